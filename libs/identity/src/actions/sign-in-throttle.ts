import { Refusal } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { keyedHash } from './secret-hash.js';

const WINDOW_S = 15 * 60;
const KNOWN_S = 90 * 24 * 3600;

/**
 * Attempts in a quarter of an hour: for one account from one place; for all accounts from one place, where an office may
 * sit behind one address of the network; and for one account from all places where its person was never seen.
 */
const gates = {
  sign_in: { here: 10, place: 200, elsewhere: 100 },
  reset: { here: 3, place: 30, elsewhere: 6 },
  token: { here: 60, place: 60, elsewhere: 60 },
} as const;
export type Gate = keyof typeof gates;

/**
 * Slows guessing without locking anybody out. A stranger who uses up what an account has elsewhere stops other strangers,
 * but not its person at a place where they signed in during the last ninety days. Unknown addresses are counted too, so
 * nothing is told about them. Neither accounts nor places are stored.
 */
export class SignInThrottle {
  readonly #counter: (points: number) => RateLimiterPrisma;
  readonly #known: RateLimiterPrisma;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {
    const counter = (points: number, duration: number) => new RateLimiterPrisma({ storeClient: database.open, tableName: 'signInFailure', keyPrefix: '', duration, points, clearExpiredByTimeout: false });
    const counters = new Map<number, RateLimiterPrisma>();
    this.#counter = (points) => counters.get(points) ?? counters.set(points, counter(points, WINDOW_S)).get(points)!;
    this.#known = counter(1, KNOWN_S);
  }

  /** Counts the attempt before the secret is looked at, so that attempts made at once are all counted. A token is of no account. */
  async admit(account: string | null, from: string, gate: Gate = 'sign_in'): Promise<void> {
    const { here, place, elsewhere } = gates[gate];
    try {
      // Guessing one password at many addresses is guessing too.
      const ofPlace = await this.#counter(place).consume(this.#key(gate, '', from));
      const { consumedPoints } = account === null ? ofPlace : await this.#counter(here).consume(this.#key(gate, account, from));
      if (account !== null && !(await this.#isKnown(account, from))) await this.#counter(elsewhere).consume(this.#key(gate, account, 'elsewhere'));
      if (consumedPoints === 1) await this.#sweep();
    } catch (stopped) {
      if (!(stopped instanceof RateLimiterRes)) throw stopped;
      throw new Refusal('session.throttled', 'Too many attempts. Wait, then try again.', { retry_after_ms: stopped.msBeforeNext });
    }
  }

  /** A right secret clears what was counted here, and makes the place known. */
  async forget(account: string | null, from: string, gate: Gate = 'sign_in'): Promise<void> {
    const { here, place } = gates[gate];
    await this.#counter(place).reward(this.#key(gate, '', from));
    if (account === null) return;
    await this.#counter(here).delete(this.#key(gate, account, from));
    await this.#known.set(this.#key('known', account, from), 1, KNOWN_S);
  }

  async #isKnown(account: string, from: string): Promise<boolean> {
    return (await this.#known.get(this.#key('known', account, from))) !== null;
  }

  #key(gate: Gate | 'known', account: string, from: string): string {
    return keyedHash(this.secret, `${gate} ${from} ${account}`);
  }

  /** Made-up addresses would otherwise fill the table for good. A new row pays for the old ones. */
  async #sweep(): Promise<void> {
    await this.database.open.signInFailure.deleteMany({ where: { expire: { lt: this.clock.now() } } });
  }
}
