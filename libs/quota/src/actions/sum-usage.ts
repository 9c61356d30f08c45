import { Refusal, type Usage, type UsageDay } from '@inkproof/contract';
import { addDays, daysBetween, shanghaiDay, type Clock, type Day, type Id } from '@inkproof/kernel';
import type { LedgerStore } from '../store/ledger-store.js';

const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;

const idle = (day: Day): UsageDay => ({ day, accepted: 0, refused: 0, failed: 0, pages: 0, billed_pages: 0, p50_ms: null, p95_ms: null });

const total = (days: UsageDay[]): Usage['total'] => {
  const sum = { accepted: 0, refused: 0, failed: 0, pages: 0, billed_pages: 0 };
  for (const day of days) for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += day[name];
  return sum;
};

const invalid = (field: string, message: string): Refusal => new Refusal('request.invalid', `${field}: ${message}`, { errors: [{ field, message }] });

/** Folds the ledger into days, idle ones included, and their sum. */
export class SumUsage {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly clock: Clock,
  ) {}

  async for(tenantId: Id<'ten'>, asked: { from?: string; to?: string }): Promise<Usage> {
    const to = (asked.to ?? shanghaiDay(this.clock.now())) as Day;
    const from = (asked.from ?? addDays(to, 1 - DEFAULT_DAYS)) as Day;
    if (from > to) throw invalid('from', 'must not lie after to');
    if (from < addDays(to, 1 - MAX_DAYS)) throw invalid('from', `must lie within ${MAX_DAYS} days of to`);
    const busy = new Map((await this.ledger.byDay(tenantId, from, to)).map((day) => [day.day, day]));
    const days = daysBetween(from, to).map((day) => busy.get(day) ?? idle(day));
    return { from, to, timezone: 'Asia/Shanghai', days, total: total(days) };
  }
}
