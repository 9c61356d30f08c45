import type { Clock, Id } from '@inkproof/kernel';
import type { WindowStore } from '@inkproof/maintenance';
import type { Tx } from '@inkproof/platform';
import { segmentsOf, sumsOf, type Down, type Segment, type Sums } from '../model/ledger.js';
import { unseenOf } from '../model/reading.js';
import type { Span } from '../model/span.js';
import { hadBy, plansIn, type OfPlans } from '../model/stay.js';
import type { OutageStore, StoredOutage } from '../store/outage-store.js';
import type { ProbeStore, StoredRun } from '../store/probe-store.js';
import { readStays } from '../store/read-stays.js';

export interface ComponentTimes {
  id: string;
  name: { zh: string; en: string };
  segments: Segment[];
  /** As those on a plan had it, of plans that had it otherwise than everybody; of one tenant nothing. */
  plans: { plan: string; milliseconds: Sums }[];
  /** The last that was seen of it. */
  lastRun: StoredRun | undefined;
}

/** What runs, runs until the end of the span. */
const downOf = ({ id, plans, from, until, bookings, disputes }: StoredOutage, end: number): Down & OfPlans => ({
  id,
  plans,
  from: from.getTime(),
  until: until?.getTime() ?? end,
  bookings: bookings.map((booking) => ({ cause: booking.cause, from: booking.from.getTime(), until: booking.until?.getTime() ?? Infinity })),
  isDisputed: disputes.some(({ state }) => state === 'open'),
});

/** How every component stood over a span, as one tenant had it or as everybody had. */
export class ReadAvailability {
  constructor(
    private readonly outages: OutageStore,
    private readonly probes: ProbeStore,
    private readonly windows: WindowStore,
    private readonly clock: Clock,
    private readonly silenceMs: number,
  ) {}

  /** In a transaction that may see the outages; readings and components are nobody's. */
  async over(tx: Tx, { from, until }: Span, tenantId: Id<'ten'> | null): Promise<{ span: Span; components: ComponentTimes[] }> {
    const span = { from, until: Math.max(from, Math.min(until, this.clock.now().getTime())) };
    const [begins, ends] = [new Date(span.from), new Date(span.until)];
    const outages = await this.outages.within(tx, begins, ends, tenantId);
    const runs = await this.probes.about(tx, new Date(span.from - this.silenceMs), ends);
    const stays = tenantId ? await readStays(tx, tenantId) : [];
    const components = (await this.windows.components(tx)).map(({ id, nameZh, nameEn }): ComponentTimes => {
      const downs = outages.filter(({ componentId }) => componentId === id).map((down) => downOf(down, span.until));
      const seen = runs.filter(({ componentId }) => componentId === id);
      const unseen = unseenOf(span, seen.map(({ verdict, from, seenUntil }) => ({ verdict, from: from.getTime(), seenUntil: seenUntil.getTime() })), this.silenceMs);
      // Without a stay on any plan this leaves what everybody had.
      const segments = segmentsOf(span, downs.flatMap((down) => hadBy(stays, down)), unseen);
      const plans = tenantId ? [] : plansIn(downs).map((plan) => ({ plan, milliseconds: sumsOf(segmentsOf(span, downs.filter((down) => down.plans.length === 0 || down.plans.includes(plan)), unseen)) }));
      return { id, name: { zh: nameZh, en: nameEn }, segments, plans, lastRun: seen.at(-1) };
    });
    return { span, components };
  }
}
