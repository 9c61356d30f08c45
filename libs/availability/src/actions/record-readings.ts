import type { Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { continues, endOf, type Run } from '../model/reading.js';
import type { OutageStore } from '../store/outage-store.js';
import type { ProbeStore, StoredRun } from '../store/probe-store.js';

/** One look at one component. */
export interface Seen {
  component: string;
  at: Date;
  /** What was met instead of an answer, as a code. Null where it serves. */
  met: string | null;
}

const runOf = ({ verdict, from, seenUntil }: StoredRun): Run => ({ verdict, from: from.getTime(), seenUntil: seenUntil.getTime() });

/** Writes down what changed, and opens and ends the outages that follow from it. */
export class RecordReadings {
  constructor(
    private readonly database: Database,
    private readonly probes: ProbeStore,
    private readonly outages: OutageStore,
    private readonly ids: Ids,
    private readonly silenceMs: number,
  ) {}

  /** In the order in which they were had. */
  take(seen: readonly Seen[]): Promise<void> {
    return this.database.asProvider(async (tx) => {
      await this.probes.alone(tx);
      const latest = await this.probes.latest(tx);
      for (const one of seen) await this.#take(tx, one, latest);
    });
  }

  async #take(tx: Tx, { component, at, met }: Seen, latest: Map<string, StoredRun>): Promise<void> {
    const before = latest.get(component);
    // Another node looked later and was faster.
    if (before && before.seenUntil >= at) return;
    const verdict = met === null ? 'up' : 'down';
    if (before && continues(runOf(before), { verdict, at: at.getTime() }, this.silenceMs)) {
      await this.probes.extend(tx, before.id, at);
      latest.set(component, { ...before, seenUntil: at });
      return;
    }
    const run = { id: this.ids.next('prb'), componentId: component, verdict, from: at, seenUntil: at, met } as const;
    await this.probes.begin(tx, run);
    latest.set(component, run);
    const running = (await this.outages.running(tx, 'probe')).find(({ componentId }) => componentId === component);
    if (verdict === 'down' && !running) await this.outages.add(tx, { id: this.ids.next('out'), componentId: component, from: at, foundBy: 'probe', enteredAt: at });
    if (verdict === 'up' && running && before) await this.outages.end(tx, running, new Date(endOf(runOf(before), at.getTime(), this.silenceMs)));
  }
}
