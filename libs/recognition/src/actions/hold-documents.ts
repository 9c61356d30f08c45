import type { Clock } from '@inkproof/kernel';
import { shutting, type AskDoor, type DoorWindow, type KeepDoor } from '@inkproof/maintenance';
import type { Queue, Taken } from '@inkproof/platform';
import type { DocumentEntry } from './run-document.js';

/** Past its announced end nobody knows for how long; what waits comes up again after this time. */
const LOOK_AGAIN_MS = 300_000;

const shutBy = (windows: readonly DoorWindow[]): string => JSON.stringify(shutting(windows, 'jobs').map(({ id, plans, endsAt }) => [id, plans, endsAt]));

/**
 * Puts off documents of tenants for whom jobs are shut by maintenance. Each keeps its place in the queue and comes up as
 * soon as this worker sees the door otherwise, or at the announced end if it never does.
 */
export class HoldDocuments {
  /** By what the door was shut when everything last came up. */
  #cameUpUnder?: string;

  constructor(
    private readonly door: Pick<KeepDoor, 'windows' | 'look' | 'hear'>,
    private readonly asking: Pick<AskDoor, 'whyShut'>,
    private readonly queue: Pick<Queue, 'putOff' | 'comeUp'>,
    private readonly clock: Clock,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** Before the first document is taken. */
  async start(): Promise<void> {
    await this.door.look();
    this.door.hear((windows) => void this.#comeUp(shutBy(windows)).catch(this.onTrouble));
  }

  /** Whether it was put off: then whoever took it has nothing to do. */
  async hold(taken: Taken<DocumentEntry>): Promise<boolean> {
    const shut = await this.asking.whyShut('jobs', taken.data.tenantId);
    if (!shut) return false;
    const leftMs = shut.until.getTime() - this.clock.now().getTime();
    await this.queue.putOff('document', taken, leftMs > 0 ? leftMs : LOOK_AGAIN_MS);
    // The door may have opened, and everything come up, while this one was on its way.
    if (!(await this.asking.whyShut('jobs', taken.data.tenantId))) await this.queue.comeUp('document');
    return true;
  }

  async #comeUp(now: string): Promise<void> {
    if (now === this.#cameUpUnder) return;
    await this.queue.comeUp('document');
    this.#cameUpUnder = now;
  }
}
