import { createHmac } from 'node:crypto';
import { Refusal } from '@inkproof/contract';
import type { Database } from '@inkproof/platform';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';

const HOUR_S = 3_600;
/** Calls in an hour: forms from one place, mails to one address, forms to one tenant, and looks behind links from one place. */
const limits = { place: 10, address: 3, form: 200, link: 300 } as const;

/**
 * Keeps a public form from becoming a way to flood a tenant or somebody's mailbox. Places and addresses are counted by
 * keyed hashes, and none is stored.
 */
export class RequestThrottle {
  readonly #counters: Record<keyof typeof limits, RateLimiterPrisma>;

  constructor(
    database: Database,
    private readonly secret: string,
  ) {
    const counter = (points: number) => new RateLimiterPrisma({ storeClient: database.open, tableName: 'signInFailure', keyPrefix: '', points, duration: HOUR_S, clearExpiredByTimeout: false });
    this.#counters = { place: counter(limits.place), address: counter(limits.address), form: counter(limits.form), link: counter(limits.link) };
  }

  async admitForm(slug: string, email: string, from: string): Promise<void> {
    await this.#count('place', from);
    await this.#count('address', email.toLowerCase());
    await this.#count('form', slug);
  }

  admitLink(from: string): Promise<void> {
    return this.#count('link', from);
  }

  async #count(what: keyof typeof limits, whose: string): Promise<void> {
    try {
      await this.#counters[what].consume(createHmac('sha256', this.secret).update(`request ${what} ${whose}`).digest('hex'));
    } catch (stopped) {
      if (!(stopped instanceof RateLimiterRes)) throw stopped;
      throw new Refusal('dsr.throttled', 'Too many of these came in the last hour. Wait, then try again.', { retry_after_ms: stopped.msBeforeNext });
    }
  }
}
