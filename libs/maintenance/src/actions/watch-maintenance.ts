import type { Actor, Trail } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import { FULL_LOOK, type Database, type Tx } from '@inkproof/platform';
import { after, lifeOf, stepDue, type Step } from '../model/window.js';
import type { WholeWindow, WindowStore } from '../store/window-store.js';
import type { ActOnMaintenance } from './act-on-maintenance.js';
import type { TellOfMaintenance } from './tell-of-maintenance.js';
import type { WindowBook } from './window-book.js';

const by: Actor = { kind: 'system', id: 'maintenance-clock', requestId: null };

/** Reminds, starts, ends and tells of overruns at their instants, each once. Any number of nodes may look. */
export class WatchMaintenance {
  constructor(
    private readonly database: Database,
    private readonly store: WindowStore,
    private readonly book: WindowBook,
    private readonly acting: ActOnMaintenance,
    private readonly tell: TellOfMaintenance,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** How many windows were looked at. */
  async once(): Promise<number> {
    const due = await this.database.asProvider((tx) => this.store.due(tx, this.clock.now(), FULL_LOOK));
    for (const { id } of due) await this.database.asProvider((tx) => this.#look(tx, id as Id<'mnt'>));
    return due.length;
  }

  /** Held, so that another node or a person who acted meanwhile is seen. */
  async #look(tx: Tx, id: Id<'mnt'>): Promise<void> {
    let window = await this.book.held(tx, id);
    for (let step = stepDue(window.now, window, this.clock.now()); step; step = stepDue(window.now, window, this.clock.now())) window = await this.#take(tx, window, step);
  }

  async #take(tx: Tx, window: WholeWindow, step: Step): Promise<WholeWindow> {
    if (step === 'start' || step === 'complete' || step === 'lapse') return this.acting.move(tx, window, step, by);
    const told = await this.book.write(tx, window, { kind: step, by: null }, lifeOf(after(window.now, window, step, this.clock.now())));
    await this.tell.tell(tx, told, step);
    if (step === 'overrun') await this.trail.append(tx, 'provider', { action: 'maintenance.overrun', by, targets: [window.id], details: { ends_at: window.now.endsAt.toISOString() } });
    return told;
  }
}
