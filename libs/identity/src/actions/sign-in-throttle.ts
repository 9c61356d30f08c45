import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { keyedHash } from './secret-hash.js';

const FAILURES = 10;
/** For all addresses together from one place, where an office may sit behind one address of the network. */
const FAILURES_OF_A_PLACE = 200;
const WINDOW_S = 15 * 60;

/**
 * Slows guessing without locking anybody out: failures are counted for one address from one place, so a stranger
 * elsewhere cannot close somebody's account. It counts unknown addresses too, and so tells nothing about them.
 */
export class SignInThrottle {
  readonly #limiter: RateLimiterPrisma;
  readonly #places: RateLimiterPrisma;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {
    const shared = { storeClient: database.open, tableName: 'signInFailure', keyPrefix: '', duration: WINDOW_S, clearExpiredByTimeout: false };
    this.#limiter = new RateLimiterPrisma({ ...shared, points: FAILURES });
    this.#places = new RateLimiterPrisma({ ...shared, points: FAILURES_OF_A_PLACE });
  }

  /** Neither the address nor the place is stored. */
  #key(email: string, from: string): string {
    return keyedHash(this.secret, `${from} ${email}`);
  }

  /** Counts the attempt before the password is looked at, so that attempts made at once are all counted. */
  async admit(email: string, from: string): Promise<void> {
    try {
      // Guessing one password at many addresses is guessing too.
      await this.#places.consume(this.#key('', from));
      const { consumedPoints } = await this.#limiter.consume(this.#key(email, from));
      if (consumedPoints === 1) await this.#sweep();
    } catch (stopped) {
      if (!(stopped instanceof RateLimiterRes)) throw stopped;
      throw new Refusal('session.throttled', 'Too many failed sign-ins from here. Wait, then try again.', { retry_after_ms: stopped.msBeforeNext });
    }
  }

  /** Made-up addresses would otherwise fill the table for good. A new row pays for the old ones. */
  async #sweep(): Promise<void> {
    await this.database.open.signInFailure.deleteMany({ where: { expire: { lt: this.clock.now() } } });
  }

  /** A right password clears what was counted. */
  async forget(email: string, from: string): Promise<void> {
    await this.#limiter.delete(this.#key(email, from));
    await this.#places.reward(this.#key('', from));
  }
}
