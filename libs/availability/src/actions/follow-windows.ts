import type { Clock, Ids } from '@inkproof/kernel';
import type { WholeWindow, WindowStore } from '@inkproof/maintenance';
import type { Database, Tx } from '@inkproof/platform';
import { announcedOf, toldAlike } from '../model/announced.js';
import { shared, type Span } from '../model/span.js';
import type { OutageStore, StoredOutage } from '../store/outage-store.js';
import { tellingsOf } from './tellings-of.js';

/** How far back a window is still looked at: its outages end with it, and that is written down within a round. */
const LOOKED_BACK_MS = 86_400_000;

/** A part of the service that a window took away, from whom and since when. */
interface Away {
  componentId: string;
  /** Empty for everybody. */
  plans: string[];
  startedAt: Date;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((plan) => other.includes(plan));

/**
 * Parts of the service that maintenance takes away are outages too: this enters them from the windows that run, for everybody
 * or for whoever is on the window's plans, and books on them the time that was announced; and the same on what probes saw
 * meanwhile, where it was away for everybody. What was not announced in time, and what runs over, stays the provider's.
 */
export class FollowWindows {
  constructor(
    private readonly database: Database,
    private readonly outages: OutageStore,
    private readonly windows: WindowStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async once(): Promise<number> {
    const now = this.clock.now();
    const ran = await this.database.asProvider((tx) => this.windows.ranBetween(tx, new Date(now.getTime() - LOOKED_BACK_MS), now));
    for (const { id } of ran) await this.database.asProvider((tx) => this.#follow(tx, id));
    return 0;
  }

  async #follow(tx: Tx, windowId: string): Promise<void> {
    const window = (await this.windows.hold(tx, windowId))!;
    for (const [component, impact] of Object.entries(window.now.impacts)) if (impact === 'unavailable' && window.startedAt) await this.#component(tx, window, component, window.startedAt);
  }

  async #component(tx: Tx, window: WholeWindow, componentId: string, startedAt: Date): Promise<void> {
    const before = tellingsOf(window, componentId).filter(({ toldAt }) => toldAt <= startedAt.getTime());
    for (const plans of toldAlike(before, window.now.plans)) await this.#for(tx, window, { componentId, plans, startedAt });
  }

  async #for(tx: Tx, window: WholeWindow, { componentId, plans, startedAt }: Away): Promise<void> {
    const now = this.clock.now();
    const isOver = window.endedAt !== null || window.restored.includes(componentId);
    const ended = window.endedAt && window.endedAt < now ? window.endedAt : now;
    const found = (await this.outages.within(tx, startedAt, new Date(ended.getTime() + 1), null)).filter((outage) => outage.componentId === componentId);
    const own = found.find((outage) => outage.windowId === window.id && isSame(outage.plans, plans));
    if (!own && isOver && ended <= startedAt) return;
    const outage = own ?? (await this.#enter(tx, window.id, { componentId, plans, startedAt }));
    if (isOver && !outage.until) await this.outages.end(tx, outage, ended);
    const announced = announcedOf(tellingsOf(window, componentId), plans);
    if (!announced) return;
    await this.#book(tx, window, outage, announced);
    // Those that probes saw, once it is known how far they lie in the window. What everybody had a window for some plans does not explain.
    if (plans.length === 0) for (const other of found) if (other.foundBy === 'probe' && (isOver || other.until)) await this.#book(tx, window, other, { from: Math.max(announced.from, startedAt.getTime()), until: Math.min(announced.until, ended.getTime()) });
  }

  async #enter(tx: Tx, windowId: string, { componentId, plans, startedAt: from }: Away): Promise<StoredOutage> {
    const id = this.ids.next('out');
    await this.outages.add(tx, { id, componentId, plans, from, foundBy: 'window', windowId, enteredAt: this.clock.now() });
    return (await this.outages.find(tx, id))!;
  }

  async #book(tx: Tx, { id: windowId }: WholeWindow, outage: StoredOutage, announced: Span): Promise<void> {
    const part = shared({ from: outage.from.getTime(), until: outage.until?.getTime() ?? Infinity }, announced);
    if (!part || outage.bookings.some((booking) => booking.windowId === windowId)) return;
    await this.outages.book(tx, outage, {
      at: this.clock.now(),
      from: new Date(part.from),
      until: new Date(part.until),
      cause: 'maintenance',
      origin: 'announced_maintenance',
      evidenceKind: 'window',
      reference: windowId,
      words: 'Within a window that was announced in time',
      windowId,
    });
  }
}
