import type { Trail } from '@inkproof/audit';
import type { NoticeSetting } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import { FULL_LOOK, type Database, type Tx } from '@inkproof/platform';
import type { OpenMatter } from '@inkproof/support';
import { happensBy } from '../model/change-life.js';
import { momentInWords, wordsOf } from '../model/change-words.js';
import type { ChangeStore, StoredChange } from '../store/change-store.js';
import { byItself, type CarryOut } from './carry-out.js';
import type { ChangeBook } from './change-book.js';
import type { TellOfChange } from './tell-of-change.js';

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

  async #happen(tx: Tx, notice: StoredChange, kind: NonNullable<ReturnType<typeof happensBy>>): Promise<StoredChange> {
    if (kind === 'overdue') return this.#overdue(tx, notice);
    const written = await this.book.write(tx, notice, { kind, side: 'system', by: null });
    const to = { by: byItself, targets: [notice.id] };
    const tenantId = notice.tenantId as Id<'ten'>;
    if (kind === 'came_due') {
      await this.trail.appendToBoth(tx, tenantId, { action: 'change.came_due', ...to, details: { effective_at: notice.effectiveAt!.toISOString() } });
      return this.carryOut.now(tx, written);
    }
    if (kind === 'accepted') {
      await this.trail.appendToBoth(tx, tenantId, { action: 'change.accepted', ...to, details: { waived: false, by_silence: true } });
      await this.tell.theTenant(tx, written, 'change.accepted');
    } else await this.trail.appendToBoth(tx, tenantId, { action: 'change.lapsed', ...to, details: { was: notice.standing.state } });
    return written;
  }

  async #overdue(tx: Tx, notice: StoredChange): Promise<StoredChange> {
    const [tenantId, dueBy] = [notice.tenantId as Id<'ten'>, new Date(notice.standing.dueBy!)];
    const settings = notice.settings as NoticeSetting[];
    const ticketId = await this.matters.in(tx, tenantId, { subject: `紧急变更超过 24 小时 Urgent change over 24 hours: ${wordsOf(settings, 'en')}`, words: `${notice.id}, ${notice.standing.state}; its 24 hours ended ${momentInWords(dueBy)}.`, priority: 'p1', reference: notice.id }, byItself);
    const late = await this.book.write(tx, notice, { kind: 'overdue', side: 'system', by: null }, { ticketId });
    await this.trail.appendToBoth(tx, tenantId, { action: 'change.overdue', by: byItself, targets: [notice.id, ticketId], details: { due_by: dueBy.toISOString(), ticket: ticketId } });
    await this.tell.theTenant(tx, late, 'change.overdue');
    await this.tell.theProvider(tx, late, 'change.overdue');
    return late;
  }
}
