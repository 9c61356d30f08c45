import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@inkproof/kernel';
import type { RecordReadings, Seen } from './record-readings.js';

/** Answers what was met instead of a component that serves, as a code, or null. */
export type Probe = () => Promise<string | null>;

/** What fails once may have failed on the way. */
const AGAIN_AFTER_MS = 1_000;
/** An install is started as a whole: what is looked at may need as long as the one that looks. */
const SETTLED_AFTER_MS = 15_000;
/** Readings that wait for a store that is away; at two a minute, some days. */
const MOST_WAITING = 100_000;

/** Looks at every component in turn. What it saw while the store was away it writes down once that is back. */
export class ProbeComponents {
  #waiting: Seen[] = [];
  readonly #looksFrom: number;

  constructor(
    private readonly probes: Readonly<Record<string, Probe>>,
    private readonly record: Pick<RecordReadings, 'take'>,
    private readonly clock: Clock,
    private readonly againAfterMs = AGAIN_AFTER_MS,
    settledAfterMs = SETTLED_AFTER_MS,
  ) {
    this.#looksFrom = clock.now().getTime() + settledAfterMs;
  }

  async once(): Promise<number> {
    if (this.clock.now().getTime() < this.#looksFrom) return 0;
    const seen = await Promise.all(Object.entries(this.probes).map(async ([component, probe]): Promise<Seen> => ({ component, met: await this.#look(probe), at: this.clock.now() })));
    this.#waiting = [...this.#waiting, ...seen].slice(-MOST_WAITING);
    const taken = this.#waiting.length;
    await this.record.take(this.#waiting);
    this.#waiting = this.#waiting.slice(taken);
    return 0;
  }

  async #look(probe: Probe): Promise<string | null> {
    const met = await probe();
    if (met === null) return null;
    await sleep(this.againAfterMs);
    return probe();
  }
}
