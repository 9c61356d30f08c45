import type { Usage, UsageDay } from '@inkproof/contract';
import { daysBetween, type Clock, type Day, type Id } from '@inkproof/kernel';
import { spanOf, type AskedSpan } from '../model/span.js';
import { addUp, foldGroups } from '../model/usage-fold.js';
import type { UsageDimension, UsageStore } from '../store/usage-store.js';

const idle = (day: Day): UsageDay => ({ day, accepted: 0, refused: 0, failed: 0, pages: 0, billed_pages: 0, p50_ms: null, p95_ms: null });

/** Folds the ledger into days, idle ones included, and their sum; and into groups where they are asked for. */
export class SumUsage {
  constructor(
    private readonly usage: UsageStore,
    private readonly clock: Clock,
  ) {}

  async for(tenantId: Id<'ten'>, { by, ...asked }: AskedSpan & { by?: UsageDimension }): Promise<Usage> {
    const { from, to } = spanOf(asked, this.clock.now());
    const span = daysBetween(from, to);
    const [found, grouped] = await Promise.all([this.usage.byDay(tenantId, from, to), by && this.usage.byGroup(tenantId, by, from, to)]);
    const busy = new Map(found.map((day) => [day.day, day]));
    const days = span.map((day) => busy.get(day) ?? idle(day));
    return { from, to, timezone: 'Asia/Shanghai', days, total: addUp(days), ...(grouped && { groups: foldGroups(grouped, span) }) };
  }
}
