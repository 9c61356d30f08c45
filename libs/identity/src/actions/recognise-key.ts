import { Refusal, type Endpoint } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import { isAllowedFrom } from '../model/allowed-address.js';
import { isWellFormed } from '../model/api-key.js';
import type { KeyCaller } from '../model/caller.js';
import type { FoundKey, KeyStore } from '../store/key-store.js';
import { keyedHash } from './secret-hash.js';

/** What a key is presented for, and from where. */
export interface Presented {
  address: string;
  endpoint: Pick<Endpoint, 'method' | 'path' | 'scope' | 'closedBySuspension'>;
}

const refusalOf = ({ ended, endedAt, suspended, serviceEnded, allowedAddresses, scopes }: FoundKey, { address, endpoint }: Presented): Refusal | undefined => {
  const since = endedAt?.toISOString();
  if (serviceEnded) return new Refusal('tenant.ended', ENDED);
  if (ended === 'leaked') return new Refusal('key.revoked', `This API key was reported as leaked and revoked at ${since}. Issue another one in the console, and look where it was found.`);
  if (ended === 'revoked') return new Refusal('key.revoked', `This API key was revoked at ${since}. Issue another one in the console.`);
  if (ended === 'rotated') return new Refusal('key.rotated', `This API key was rotated and its overlap ended at ${since}. Use its successor.`);
  if (ended === 'expired') return new Refusal('key.expired', `This API key expired at ${since}. Issue another one in the console.`);
  if (!isAllowedFrom(address, allowedAddresses)) return new Refusal('key.address_refused', `This API key may not be used from ${address}. Its owner can allow the address in the console.`);
  const { scope } = endpoint;
  if (scope && scope !== 'any' && !scopes.includes(scope)) return new Refusal('key.scope_missing', `This API key was not issued for \`${scope}\`. It was issued for ${scopes.map((one) => `\`${one}\``).join(', ')}.`);
  if (suspended && endpoint.closedBySuspension) return new Refusal('tenant.suspended', SUSPENDED);
  return undefined;
};

export const ENDED = 'The service of the tenant has ended, and with it what its keys open. People of the tenant may still sign in to read and to fetch certificates, for the time that the console says.';
export const SUSPENDED = 'The tenant is suspended, so that no new document is read. What was read, and everything that ends a suspension, stays open.';

/** Tells who presents a key, or refuses by name. A malformed key is refused without a look at the store. */
export class RecogniseKey {
  constructor(
    private readonly store: KeyStore,
    private readonly clock: Clock,
    private readonly pepper: string,
  ) {}

  async presented(secret: string, use: Presented): Promise<KeyCaller> {
    const key = await this.#look(secret, use);
    // Nobody waits for the note of when a key was last used, and a lost one is made good a call later.
    if (!key.usedLately) this.store.touch(key.tenantId, key.id, this.clock.now(), { address: use.address, endpoint: `${use.endpoint.method} ${use.endpoint.path}` }).catch(() => {});
    return callerBy(key);
  }

  /** The same while a call lasts, of which nothing is noted: to listen on is not to use. */
  async stillPresented(secret: string, use: Presented): Promise<KeyCaller> {
    return callerBy(await this.#look(secret, use));
  }

  async #look(secret: string, use: Presented): Promise<FoundKey> {
    if (!isWellFormed(secret)) throw new Refusal('key.malformed', 'The API key is not well-formed: ink_live_ or ink_test_ and 38 characters. Was it cut off when it was copied?');
    const key = await this.store.find(keyedHash(this.pepper, secret));
    if (!key) throw new Refusal('key.unknown');
    const refusal = refusalOf(key, use);
    if (refusal) throw refusal;
    return key;
  }
}

const callerBy = ({ id: keyId, tenantId, environment, retention, requestsPerSecond }: FoundKey): KeyCaller => ({ kind: 'key', tenantId, keyId, environment, retention, ...(requestsPerSecond !== null && { requestsPerSecond }) });
