import type { Trail } from '@inkproof/audit';
import type { NoticeSetting } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import { FULL_LOOK, type Database, type Tx } from '@inkproof/platform';
import type { OpenMatter } from '@inkproof/support';
import { happensBy } from '../model/change-life.js';
import { lapsedBecause, momentInWords, wordsOf, yoursToMake } from '../model/change-words.js';
import { isAutomatic } from '../model/planned-change.js';
import type { ChangeStore, StoredChange } from '../store/change-store.js';
import { byItself, type CarryOut } from './carry-out.js';
import type { ChangeBook } from './change-book.js';
import type { TellOfChange } from './tell-of-change.js';

const on = ({ id }: StoredChange) => ({ by: byItself, targets: [id] });

type Happening = NonNullable<ReturnType<typeof happensBy>>;

/** Does at its instant what happens to change notices by itself: they come due and are made, lapse, or are overdue. Any number of nodes may look. */
export class WatchChanges {
  constructor(
    private readonly database: Database,
    private readonly store: ChangeStore,
    private readonly book: ChangeBook,
    private readonly carryOut: CarryOut,
    private readonly tell: TellOfChange,
    private readonly matters: OpenMatter,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** How many notices were looked at. */
  async once(): Promise<number> {
    const due = await this.database.asProvider((tx) => this.store.due(tx, this.clock.now(), FULL_LOOK));
    for (const { id, tenantId } of due) await this.#look(tenantId as Id<'ten'>, id);
    return due.length;
  }

  #look(tenantId: Id<'ten'>, id: string): Promise<void> {
    return this.database.asProviderOf(tenantId, async (tx) => {
      let notice = await this.store.hold(tx, id, tenantId);
      const now = this.clock.now().getTime();
      for (let kind = notice && happensBy(notice.standing, now); notice && kind; kind = happensBy(notice.standing, now)) notice = await this.#happen(tx, notice, kind);
    });
  }

  async #happen(tx: Tx, notice: StoredChange, kind: Happening): Promise<StoredChange> {
    if (kind === 'overdue') return this.#overdue(tx, notice);
    const written = await this.book.write(tx, notice, { kind, side: 'system', by: null });
    await this.#say[kind](tx, written, notice);
    return kind === 'came_due' ? this.carryOut.now(tx, written) : written;
  }

  /** What the logs and both sides are told, by what happened. */
  readonly #say: Record<Exclude<Happening, 'overdue'>, (tx: Tx, written: StoredChange, was: StoredChange) => Promise<void>> = {
    accepted: async (tx, notice) => {
      await this.trail.appendToBoth(tx, notice.tenantId as Id<'ten'>, { action: 'change.accepted', ...on(notice), details: { waived: false, by_silence: true } });
      await this.tell.theTenant(tx, notice, 'change.accepted');
    },
    came_due: async (tx, notice) => {
      await this.trail.appendToBoth(tx, notice.tenantId as Id<'ten'>, { action: 'change.came_due', ...on(notice), details: { effective_at: notice.effectiveAt!.toISOString() } });
      if (!isAutomatic(notice.change)) await this.tell.theTenant(tx, notice, 'change.due', { text: yoursToMake });
    },
    lapsed: async (tx, notice, was) => {
      await this.trail.appendToBoth(tx, notice.tenantId as Id<'ten'>, { action: 'change.lapsed', ...on(notice), details: { was: was.standing.state } });
      await this.tell.both(tx, notice, 'change.lapsed', { text: lapsedBecause(was.standing.state === 'filed' ? 'filed' : 'due') });
    },
    nearly_over: async (tx, notice) => {
      await this.trail.appendToBoth(tx, notice.tenantId as Id<'ten'>, { action: 'change.nearly_over', ...on(notice), details: { due_by: new Date(notice.standing.dueBy!).toISOString() } });
      await this.tell.both(tx, notice, 'change.nearly_over');
    },
  };

  async #overdue(tx: Tx, notice: StoredChange): Promise<StoredChange> {
    const [tenantId, dueBy] = [notice.tenantId as Id<'ten'>, new Date(notice.standing.dueBy!)];
    const settings = notice.settings as NoticeSetting[];
    const ticketId = await this.matters.in(tx, tenantId, { subject: `紧急变更超过 24 小时 Urgent change over 24 hours: ${wordsOf(settings, 'en')}`, words: `${notice.id}, ${notice.standing.state}; its 24 hours ended ${momentInWords(dueBy)}.`, priority: 'p1', reference: notice.id }, byItself);
    const late = await this.book.write(tx, notice, { kind: 'overdue', side: 'system', by: null }, { ticketId });
    await this.trail.appendToBoth(tx, tenantId, { action: 'change.overdue', by: byItself, targets: [notice.id, ticketId], details: { due_by: dueBy.toISOString(), ticket: ticketId } });
    await this.tell.both(tx, late, 'change.overdue');
    return late;
  }
}
