import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type NoticeSetting } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { OpenMatter } from '@inkproof/support';
import { wordsOf } from '../model/change-words.js';
import { isAutomatic } from '../model/planned-change.js';
import type { StoredChange } from '../store/change-store.js';
import type { ChangeBook } from './change-book.js';
import type { ChangeSubjects } from './change-subjects.js';
import type { TellOfChange } from './tell-of-change.js';

/** What acts by itself on change notices. */
export const byItself: Actor = { kind: 'system', id: 'change-notice', requestId: null };

const picked = (values: Readonly<Record<string, unknown>>, like: object): Record<string, unknown> => Object.fromEntries(Object.keys(like).map((member) => [member, values[member] ?? null]));

/** Makes a change that the platform can make. The caller holds the notice, in a transaction that speaks for both sides. */
export class CarryOut {
  constructor(
    private readonly subjects: ChangeSubjects,
    private readonly book: ChangeBook,
    private readonly tell: TellOfChange,
    private readonly matters: OpenMatter,
    private readonly trail: Trail,
  ) {}

  /**
   * Both logs have an entry from this transaction already: its own domain writes into the tenant's alone, and two chains that
   * are taken in two orders would wait for each other.
   */
  async now(tx: Tx, notice: StoredChange): Promise<StoredChange> {
    const { change } = notice;
    if (!isAutomatic(change)) return notice;
    const tenantId = notice.tenantId as Id<'ten'>;
    try {
      const { values } = await this.subjects.present(tx, tenantId, change);
      await this.subjects.apply(tx, tenantId, change, byItself);
      const applied = await this.book.write(tx, notice, { kind: 'applied', side: 'system', by: null }, { before: picked(values, change.values) });
      await this.trail.appendToBoth(tx, tenantId, { action: 'change.applied', by: byItself, targets: [notice.id, change.id], details: { by_itself: true, settings: notice.settings as NoticeSetting[] } });
      await this.tell.theTenant(tx, applied, 'change.applied');
      return applied;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.#failed(tx, notice, error);
    }
  }

  /** What stood before stands again. */
  async back(tx: Tx, notice: StoredChange, by: Actor): Promise<void> {
    const { change, before } = notice;
    if (isAutomatic(change) && before) await this.subjects.apply(tx, notice.tenantId as Id<'ten'>, { ...change, values: before } as typeof change, by);
  }

  /** The door stays open, so that the tenant makes it by hand once what stood in the way is gone. */
  async #failed(tx: Tx, notice: StoredChange, { code, message }: Refusal): Promise<StoredChange> {
    const tenantId = notice.tenantId as Id<'ten'>;
    const ticketId = await this.matters.in(tx, tenantId, { subject: `变更未能生效 A change could not be made: ${wordsOf(notice.settings as NoticeSetting[], 'en')}`, words: `${notice.id}: ${code}. ${message}`, priority: 'p2', reference: notice.id }, byItself);
    const failed = await this.book.write(tx, notice, { kind: 'failed', side: 'system', by: null, words: `${code}: ${message}` }, { ticketId });
    await this.trail.appendToBoth(tx, tenantId, { action: 'change.failed', by: byItself, targets: [notice.id, ticketId], details: { code, ticket: ticketId } });
    return failed;
  }
}
