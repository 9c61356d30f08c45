import type { Act as Entry, Actor, Trail } from '@inkproof/audit';
import { Refusal, type ComponentName, type MaintenanceAct, type MaintenanceEventKind } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { closedBy } from '../model/touch.js';
import { after, isOverrun, lifeOf } from '../model/window.js';
import type { WholeWindow } from '../store/window-store.js';
import type { ChangeAnnounced } from './change-announced.js';
import type { PublishMaintenance } from './publish-maintenance.js';
import type { Message, TellOfMaintenance } from './tell-of-maintenance.js';
import type { Moved, WindowBook } from './window-book.js';

type ByHand = Exclude<MaintenanceAct, { act: 'publish' }>;
type Moving = 'start' | 'verify' | 'resume' | 'complete' | 'cancel' | 'lapse';

/** What each leaves behind: its event, and what people are told; what goes on as it was is told to nobody. */
const marks: Record<Moving, { kind: MaintenanceEventKind; message?: Message }> = {
  start: { kind: 'started', message: 'started' },
  verify: { kind: 'verifying' },
  resume: { kind: 'started' },
  complete: { kind: 'completed', message: 'completed' },
  cancel: { kind: 'cancelled', message: 'cancelled' },
  lapse: { kind: 'cancelled', message: 'cancelled' },
};

/** Moves a window along its life: by a person's hand, or by the clock's. */
export class ActOnMaintenance {
  constructor(
    private readonly database: Database,
    private readonly book: WindowBook,
    private readonly publishing: PublishMaintenance,
    private readonly changing: ChangeAnnounced,
    private readonly tell: TellOfMaintenance,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  for(id: Id<'mnt'>, asked: ByHand, by: Actor): Promise<WholeWindow> {
    return this.database.asProvider(async (tx) => {
      const window = await this.book.held(tx, id, asked.act);
      if (asked.act === 'extend') return this.#extend(tx, window, new Date(asked.ends_at), asked.words, by);
      if (asked.act === 'cancel') await this.publishing.calledOff(tx, window);
      return this.move(tx, window, asked.act, by, { words: asked.words, restored: asked.act === 'verify' ? asked.restored : undefined });
    });
  }

  /** In a transaction that holds the window. `by` is the system's where the clock acts. */
  async move(tx: Tx, window: WholeWindow, act: Moving, by: Actor, { words, restored }: { words?: string | undefined; restored?: ComponentName[] | undefined } = {}): Promise<WholeWindow> {
    const now = this.clock.now();
    const { kind, message } = marks[act];
    await this.changing.overtaken(tx, window, by);
    const moved: Moved = { ...lifeOf(after(window.now, window, act, now)), restored: act === 'verify' ? (restored ?? []) : act === 'complete' ? window.restored : [] };
    const then = await this.book.write(tx, window, { kind, by: by.kind === 'system' ? null : by, words }, moved);
    // Nobody was told of a draft.
    if (message && window.publishedAt !== null) await this.tell.tell(tx, then, message, { words });
    await this.trail.append(tx, 'provider', { ...this.#entry(act, window, then), by, targets: [window.id], reason: words } as Entry);
    return then;
  }

  #entry(act: Moving, before: WholeWindow, window: WholeWindow): Pick<Entry, 'action' | 'details'> {
    switch (act) {
      case 'start':
        return { action: 'maintenance.started', details: { closed: closedBy({ ...window, ...window.now }) } };
      case 'resume':
        return { action: 'maintenance.resumed', details: { closed: closedBy({ ...window, ...window.now }) } };
      case 'verify':
        return { action: 'maintenance.verifying', details: { restored: window.restored } };
      case 'complete':
        return { action: 'maintenance.completed', details: { overrun: isOverrun(before, before.now, this.clock.now()) && before.overrunOf !== null } };
      default:
        return { action: 'maintenance.cancelled', details: { lapsed: act === 'lapse' } };
    }
  }

  async #extend(tx: Tx, window: WholeWindow, endsAt: Date, words: string | undefined, by: Actor): Promise<WholeWindow> {
    if (endsAt <= this.clock.now()) throw new Refusal('maintenance.times_wrong');
    const version = await this.book.revise(tx, window, { endsAt }, by);
    const extended = await this.book.write(tx, window, { kind: 'changed', by, words }, { version });
    await this.tell.tell(tx, extended, 'changed', { words, before: window.now });
    await this.trail.append(tx, 'provider', { action: 'maintenance.extended', by, targets: [window.id], details: { number: version, ends_at: endsAt.toISOString() } });
    return extended;
  }
}
