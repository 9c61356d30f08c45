import type { Actor, Trail } from '@inkproof/audit';
import { type ItemAnswer, Refusal } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, ObjectStore, Tx } from '@inkproof/platform';
import { flagsOf, matchesOf, missingOf } from '../model/inspection-item.js';
import type { InspectionStore, StoredInspection, StoredItem } from '../store/inspection-store.js';
import { commitmentOf } from './commitment.js';

export interface ItemOf {
  tenantId: Id<'ten'>;
  id: Id<'isp'>;
  item: Id<'isi'>;
}
export interface Found {
  inspection: StoredInspection;
  item: StoredItem;
}

/** Whether an answer that is taken back makes it late: its time is over, and nobody was told, because it was answered by then. */
const isLateNow = ({ nextLookAt, escalatedAt }: StoredInspection): boolean => nextLookAt === null && escalatedAt === null;

/** Saves what a tenant shows of a drawn item, complete or not, and says whether the original is what was committed to. */
export class AnswerItem {
  constructor(
    private readonly database: Database,
    private readonly store: InspectionStore,
    private readonly objects: ObjectStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async with(of: ItemOf, answer: ItemAnswer, by: Actor): Promise<Found> {
    const salt = answer.salt === undefined ? undefined : new Uint8Array(Buffer.from(answer.salt, 'hex'));
    const computed = salt === undefined ? undefined : await this.#computed(of, salt);
    return this.changing(of, async (tx, { inspection, item }) => {
      const changed = { ...(salt !== undefined && { salt, computed: computed ?? null }), ...(answer.words !== undefined && { words: answer.words }), ...(answer.unable !== undefined && { unable: answer.unable }) };
      await this.store.changeItem(tx, item, changed);
      const after = { ...item, ...changed };
      const details = { complete: missingOf(item, after).length === 0, matches: matchesOf(item, after), flags: flagsOf(item, after, inspection.drawnAt!) };
      await this.trail.appendToBoth(tx, of.tenantId, { action: 'inspection.item_answered', by, targets: [of.id, of.item], details });
    }, by);
  }

  /** Works on an item that may still be answered, and afterwards says of item and inspection whether they are answered now. */
  changing(of: ItemOf, work: (tx: Tx, found: Found) => Promise<void>, by: Actor): Promise<Found> {
    return this.database.asProviderOf(of.tenantId, async (tx) => {
      const before = await this.#open(tx, of);
      await work(tx, before);
      await this.#count(tx, of, by);
      return this.#find(tx, of);
    });
  }

  async #open(tx: Tx, of: ItemOf): Promise<Found> {
    const inspection = await this.store.hold(tx, of.id, of.tenantId);
    const item = inspection?.items.find(({ id }) => id === of.item);
    // Another tenant's and none answer alike, or the answer would tell which ids exist.
    if (!inspection || !item) throw new Refusal('inspection.not_found');
    if (inspection.state !== 'drawn' && inspection.state !== 'answered') throw new Refusal('inspection.closed');
    if (item.verdict !== null) throw new Refusal('inspection.item_judged');
    return { inspection, item };
  }

  async #find(tx: Tx, { id, item, tenantId }: ItemOf): Promise<Found> {
    const inspection = (await this.store.find(tx, id, tenantId))!;
    return { inspection, item: inspection.items.find((one) => one.id === item)! };
  }

  async #count(tx: Tx, of: ItemOf, by: Actor): Promise<void> {
    const { inspection, item } = await this.#find(tx, of);
    const now = this.clock.now();
    const isAnswered = missingOf(item, item).length === 0;
    if (isAnswered !== (item.answeredAt !== null)) await this.store.changeItem(tx, item, isAnswered ? { answeredAt: now, answeredBy: by.id } : { answeredAt: null, answeredBy: null });
    const tell = (kind: 'item_answered' | 'answered', itemId: string | null) => this.store.tell(tx, { id: this.ids.next('ise'), tenantId: of.tenantId, inspectionId: of.id, itemId, at: now, kind, byProvider: false, by: by.id });
    if (isAnswered && item.answeredAt === null) await tell('item_answered', of.item);
    const areAll = isAnswered && inspection.items.every((one) => one.id === of.item || one.answeredAt !== null);
    if (areAll && inspection.state === 'drawn') {
      await this.store.change(tx, inspection, { state: 'answered', answeredAt: now });
      await tell('answered', null);
    }
    if (!areAll && inspection.state === 'answered') await this.store.change(tx, inspection, { state: 'drawn', answeredAt: null, ...(isLateNow(inspection) && { nextLookAt: now }) });
  }

  async #computed({ tenantId, id, item }: ItemOf, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const inspection = await this.database.asTenant(tenantId, (tx) => this.store.find(tx, id, tenantId));
    const original = inspection?.items.find((one) => one.id === item)?.files.find(({ kind }) => kind === 'original');
    const bytes = original && (await this.objects.get(tenantId, original.objectId));
    return bytes && commitmentOf(salt, bytes);
  }
}
