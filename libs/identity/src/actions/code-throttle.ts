import { Refusal } from '@inkproof/contract';
import type { Database } from '@inkproof/platform';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { keyedHash } from './secret-hash.js';

const CODES = 30;
const WINDOW_S = 60 * 60;

/**
 * Six digits have a million values, and whoever knows the password could guess from a thousand places at once. So codes
 * are counted for the person too, wherever they come from: only somebody who has the password can use that up, and
 * recovery codes and passkeys, which nobody guesses, stay open.
 */
export class CodeThrottle {
  readonly #limiter: RateLimiterPrisma;

  constructor(
    database: Database,
    private readonly secret: string,
  ) {
    this.#limiter = new RateLimiterPrisma({ storeClient: database.open, tableName: 'signInFailure', keyPrefix: '', points: CODES, duration: WINDOW_S, clearExpiredByTimeout: false });
  }

  #key(personId: string): string {
    return keyedHash(this.secret, `codes of ${personId}`);
  }

  async admit(personId: string): Promise<void> {
    try {
      await this.#limiter.consume(this.#key(personId));
    } catch (stopped) {
      if (!(stopped instanceof RateLimiterRes)) throw stopped;
      throw new Refusal('session.throttled', 'Too many wrong codes. Wait, or use a passkey or a recovery code.', { retry_after_ms: stopped.msBeforeNext });
    }
  }

  async forget(personId: string): Promise<void> {
    await this.#limiter.delete(this.#key(personId));
  }
}
