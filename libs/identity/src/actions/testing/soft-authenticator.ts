import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { NewPasskey, PasskeyAnswer } from '@inkproof/contract';

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
const b64 = (bytes: Buffer): string => bytes.toString('base64url');

/** As much of CBOR (RFC 8949) as a key and an attestation of kind `none` need. */
const head = (major: number, value: number): Buffer => (value < 24 ? Buffer.from([(major << 5) | value]) : value < 256 ? Buffer.from([(major << 5) | 24, value]) : Buffer.from([(major << 5) | 25, value >> 8, value & 255]));
const int = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (...pairs: (readonly [Buffer, Buffer])[]): Buffer => Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

const PRESENT = 1;
const VERIFIED = 4;
const ATTESTED = 64;

/** An authenticator in software, ES256, for specs. It signs what it is asked to, for any origin, and counts as it is told. */
export class SoftAuthenticator {
  readonly id = randomBytes(16);
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;
  verifies = true;

  constructor(
    readonly origin: string,
    readonly userHandle?: string,
  ) {}

  #data(attested: Buffer = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.counter);
    const flags = PRESENT | (this.verifies ? VERIFIED : 0) | (attested.length ? ATTESTED : 0);
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([flags]), count, attested]);
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  create(challenge: string): NewPasskey {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' }) as { x: string; y: string };
    const coseKey = map([int(1), int(2)], [int(3), int(-7)], [int(-1), int(1)], [int(-2), bytes(Buffer.from(x, 'base64url'))], [int(-3), bytes(Buffer.from(y, 'base64url'))]);
    const length = Buffer.from([0, this.id.length]);
    const authData = this.#data(Buffer.concat([Buffer.alloc(16), length, this.id, coseKey]));
    const attestationObject = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), bytes(authData)]);
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: b64(this.#client('webauthn.create', challenge)), attestationObject: b64(attestationObject), transports: ['internal'] } };
  }

  get(challenge: string): PasskeyAnswer {
    const clientData = this.#client('webauthn.get', challenge);
    const authenticatorData = this.#data();
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), this.#keys.privateKey);
    return { id: b64(this.id), rawId: b64(this.id), type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: b64(clientData), authenticatorData: b64(authenticatorData), signature: b64(signature), ...(this.userHandle !== undefined && { userHandle: this.userHandle }) } };
  }
}
