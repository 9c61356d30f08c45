import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import { isWellFormed } from '../model/api-key.js';
import type { KeyCaller } from '../model/caller.js';
import type { KeyStore } from '../store/key-store.js';
import { keyedHash } from './secret-hash.js';

/** Tells who presents a key, or refuses by name. A malformed key is refused without a look at the store. */
export class RecogniseKey {
  constructor(
    private readonly store: KeyStore,
    private readonly clock: Clock,
    private readonly pepper: string,
  ) {}

  async presented(secret: string): Promise<KeyCaller> {
    if (!isWellFormed(secret)) throw new Refusal('key.malformed', 'The API key is not well-formed: ink_live_ or ink_test_ and 38 characters. Was it cut off when it was copied?');
    const key = await this.store.find(keyedHash(this.pepper, secret));
    if (!key) throw new Refusal('key.unknown');
    if (key.revoked) throw new Refusal('key.revoked', 'This API key was revoked. Issue another one in the console.');
    // Nobody waits for the note of when a key was last used, and a lost one is made good a call later.
    if (!key.usedLately) this.store.touch(key.tenantId, key.id, this.clock.now()).catch(() => {});
    return { kind: 'key', tenantId: key.tenantId, keyId: key.id, environment: key.environment, retention: key.retention };
  }
}
