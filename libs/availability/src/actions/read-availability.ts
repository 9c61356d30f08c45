import type { Clock, Id } from '@inkproof/kernel';
import type { WindowStore } from '@inkproof/maintenance';
import type { Tx } from '@inkproof/platform';
import { segmentsOf, type Down, type Segment } from '../model/ledger.js';
import { unseenOf } from '../model/reading.js';
import type { Span } from '../model/span.js';
import type { OutageStore, StoredOutage } from '../store/outage-store.js';
import type { ProbeStore, StoredRun } from '../store/probe-store.js';

export interface ComponentTimes {
  id: string;
  name: { zh: string; en: string };
  segments: Segment[];
  /** The last that was seen of it. */
  lastRun: StoredRun | undefined;
}

/** What runs, runs until the end of the span. */
const downOf = ({ id, from, until, bookings, disputes }: StoredOutage, end: number): Down => ({
  id,
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
    const components = (await this.windows.components(tx)).map(({ id, nameZh, nameEn }): ComponentTimes => {
      const [downs, seen] = [outages.filter(({ componentId }) => componentId === id), runs.filter(({ componentId }) => componentId === id)];
      const unseen = unseenOf(span, seen.map(({ verdict, from, seenUntil }) => ({ verdict, from: from.getTime(), seenUntil: seenUntil.getTime() })), this.silenceMs);
      return { id, name: { zh: nameZh, en: nameEn }, segments: segmentsOf(span, downs.map((down) => downOf(down, span.until)), unseen), lastRun: seen.at(-1) };
    });
    return { span, components };
  }
}
