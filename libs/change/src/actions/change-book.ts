import type { Actor } from '@inkproof/audit';
import { type ChangeEventKind, type ChangeRequest, type ChangeSide, type NoticeSetting } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import { Prisma, type Tx } from '@inkproof/platform';
import { after, filed, nextLook } from '../model/change-life.js';
import { subjectOf } from '../model/planned-change.js';
import type { ChangeStore, StoredChange } from '../store/change-store.js';

export interface Said {
  kind: Exclude<ChangeEventKind, 'filed'>;
  side: ChangeSide;
  by: Actor | null;
  words?: string | undefined;
}

/** What else is kept of a notice with an event. */
interface With {
  before?: Record<string, unknown>;
  ticketId?: string;
}

const moment = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

/** The one hand that writes on change notices: an event and the fold of all of them, in one transaction. Whoever calls it holds the notice. */
export class ChangeBook {
  constructor(
    private readonly store: ChangeStore,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async file(tx: Tx, tenantId: Id<'ten'>, { urgency, change, reason, contact, effective_at, waiver }: ChangeRequest, { settings, earliestAt }: { settings: readonly NoticeSetting[]; earliestAt: Date | null }, by: Actor): Promise<StoredChange> {
    const [id, at, name] = [this.ids.next('chg'), this.clock.now(), await nameOf(tx, by.id)];
    const effectiveAt = effective_at === undefined ? null : new Date(effective_at);
    const standing = filed({ urgency, effectiveAt: effectiveAt?.getTime() ?? null, asksWaiver: waiver !== undefined }, at.getTime());
    await this.store.add(tx, { id, tenantId, urgency, change, subject: subjectOf(change), settings: [...settings], reason, contact, waiver: waiver ?? null, filedAt: at, filedBy: by.id, filedByName: name, earliestAt, effectiveAt, state: standing.state, standing, nextLookAt: moment(nextLook(standing)) });
    await this.store.write(tx, { tenantId, id }, { id: this.ids.next('chv'), place: 1, at, kind: 'filed', side: 'tenant', by: by.id, byName: name, words: reason });
    return (await this.store.find(tx, id, tenantId))!;
  }

  async write(tx: Tx, notice: StoredChange, { kind, side, by, words }: Said, { before, ticketId }: With = {}): Promise<StoredChange> {
    // Two nodes' clocks may differ by a little; what is written later did not happen earlier.
    const at = new Date(Math.max(this.clock.now().getTime(), notice.events.at(-1)!.at.getTime()));
    const standing = after(notice.standing, { at: at.getTime(), kind, side });
    await this.store.write(tx, notice, { id: this.ids.next('chv'), place: notice.events.length + 1, at, kind, side, by: by?.id ?? null, byName: by ? await nameOf(tx, by.id) : null, words: words ?? null });
    await this.store.change(tx, notice, { state: standing.state, standing: standing as object, nextLookAt: moment(nextLook(standing)), ...(before && { before: before as Prisma.InputJsonObject }), ...(ticketId && { ticketId }) });
    return (await this.store.find(tx, notice.id))!;
  }
}

/** As they are called now. A tenant learns the names of its members from a function, because it may see nothing else of people. */
export const nameOf = async (tx: Tx, id: string): Promise<string | null> => {
  if (!id.startsWith('per_')) return null;
  const [member] = await tx.$queryRaw<{ name: string }[]>`SELECT name FROM gate_list_members() WHERE person_id = ${id}`;
  return member?.name ?? (await tx.person.findUnique({ where: { id }, select: { name: true } }))?.name ?? null;
};
