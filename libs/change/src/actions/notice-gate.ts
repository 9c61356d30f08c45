import type { Actor } from '@inkproof/audit';
import { Refusal, type PlannedChange } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { isCovered, needingNotice } from '../model/planned-change.js';
import type { ChangeStore, StoredChange } from '../store/change-store.js';
import type { ActOnChange } from './act-on-change.js';
import type { ChangeSubjects } from './change-subjects.js';

type Subject = Pick<Exclude<PlannedChange, { of: 'plan' }>, 'of' | 'id'>;

/** An edit that passed, and the notices it makes true. */
export interface Passage {
  doors: readonly StoredChange[];
  /** What stood before. */
  before: Record<string, unknown>;
}

/**
 * Before a setting is edited of which the provider has to be given notice: does an accepted notice whose instant has come name
 * this very value? Setting up is no changing: nothing is asked before the first live call of a tenant was answered, of test
 * keys, and of a key that was never called with.
 */
export class NoticeGate {
  constructor(
    private readonly database: Database,
    private readonly subjects: ChangeSubjects,
    private readonly store: ChangeStore,
    private readonly acts: ActOnChange,
    private readonly consoleUrl: string,
  ) {}

  /** Undefined where no notice is needed. Refuses where one is and there is none. */
  pass(tenantId: Id<'ten'>, subject: Subject, asked: Readonly<Record<string, unknown>>): Promise<Passage | undefined> {
    return this.database.asTenant(tenantId, async (tx) => {
      const standing = await this.subjects.find(tx, tenantId, subject);
      // What is not there is refused by its own endpoint.
      if (!standing?.isInUse) return undefined;
      const members = needingNotice(subject.of, standing.values, asked);
      if (!members.length || !(await this.#isInService(tx, tenantId))) return undefined;
      const open = await this.store.doors(tx, tenantId, subject.id);
      const doors = members.map((member) => open.find(({ change }) => isCovered(change, member, asked[member])) ?? this.#refuse(subject, members));
      return { doors: [...new Map(doors.map((door) => [door.id, door])).values()], before: Object.fromEntries(members.map((member) => [member, standing.values[member] ?? null])) };
    });
  }

  /** After the edit was made. */
  async passed(tenantId: Id<'ten'>, { doors, before }: Passage, by: Actor): Promise<void> {
    for (const { id } of doors)
      await this.database.asProviderOf(tenantId, async (tx) => {
        const notice = await this.store.hold(tx, id, tenantId);
        if (notice) await this.acts.applied(tx, notice, by, before);
      });
  }

  async #isInService(tx: Tx, tenantId: Id<'ten'>): Promise<boolean> {
    return (await tx.ledgerEntry.findFirst({ where: { tenantId, environment: 'live', outcome: 'accepted', keyId: { not: null } }, select: { id: true } })) !== null;
  }

  #refuse({ of, id }: Subject, members: readonly string[]): never {
    throw new Refusal('change.notice_required', `Notice to the provider comes first, five working days ahead (三.1(3)), or an urgent one: ${members.join(', ')}. File it under POST /v1/change-notices.`, { remedy: `${this.consoleUrl}/changes/new?of=${of}&id=${id}`, errors: members.map((field) => ({ field, message: 'changes only after notice' })) });
  }
}
