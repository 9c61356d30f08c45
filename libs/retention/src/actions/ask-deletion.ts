import { randomBytes } from 'node:crypto';
import { canonical, type Actor, type Trail } from '@inkproof/audit';
import { Refusal, type DeletionPreview, type DeletionRequest, type DeletionSelection, type EndStatement, type RecordClass } from '@inkproof/contract';
import { DAY_MS, type Clock, type Id, type Ids } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import type { DeletionRecord, DeletionStore } from '../store/deletion-store.js';
import type { Erase, Outcome } from './erase.js';
import { SALT_BYTES } from './open-deletion.js';

const LOOKED_AT_ONCE = 1_000;
/** A preview looks at so many things of a class one by one; of more it tells what the rest would be if nothing held it. */
const LOOKED_MOST = 20_000;

/** A tenant asks for its things to be erased: looks first, then asks for what it has seen, and may cancel until it begins. */
export class AskDeletion {
  constructor(
    private readonly database: Database,
    private readonly erase: Erase,
    private readonly deletions: DeletionStore,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** What the act would come to, from the act itself, of which nothing stays: a text that is relied on by what goes before it goes as well. */
  preview(tenantId: Id<'ten'>, selection: DeletionSelection): Promise<DeletionPreview> {
    return this.database.rehearseAsTenant(tenantId, async (run) => {
      const told: DeletionPreview = { erasable: [], kept: [], held: [], total: 0 };
      // Before anything goes: what some take with them would not be counted.
      const selected = [];
      for (const kind of this.#selectable()) selected.push({ ...kind, all: await kind.count(run, tenantId, selection) });
      for (const { class: recordClass, select, all } of selected) {
        if (all === 0) continue;
        const [held, kept] = await this.#staying(run, tenantId, recordClass, (afterId) => select(run, tenantId, selection, afterId, LOOKED_AT_ONCE));
        told.total += all;
        for (const [name, of] of [['held', held], ['kept', kept], ['erasable', all - held - kept]] as const) if (of > 0) told[name].push({ record_class: recordClass, count: of });
      }
      return told;
    });
  }

  for(tenantId: Id<'ten'>, { selection, expected, delay_days }: DeletionRequest, by: Actor): Promise<DeletionRecord> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      const total = await this.#count(run, tenantId, selection);
      if (total !== expected) throw new Refusal('deletion.changed', `What you select are ${total} things by now, and you expect ${expected}. Look again and ask for what you have seen.`);
      const id = this.ids.next('del');
      await this.#open(run, tenantId, { id, selection, total, delay_days, by });
      return (await this.deletions.find(run, tenantId, id))!;
    });
  }

  /** Everything of a tenant whose service has ended, in the act that ends it or follows it up. Its certificate carries the statement. */
  async afterService(run: Run, tenantId: Id<'ten'>, id: Id<'del'>, statement: EndStatement, by: Actor): Promise<void> {
    const selection: DeletionSelection = { everything: 'tenant' };
    await this.#open(run, tenantId, { id, selection, total: await this.#count(run, tenantId, selection), delay_days: 0, by, serviceEnd: canonical(statement) });
  }

  cancel(tenantId: Id<'ten'>, id: string, by: Actor): Promise<DeletionRecord> {
    return this.database.changeAsTenant(tenantId, async (run) => {
      const deletion = await this.deletions.lock(run, tenantId, id, { patient: true });
      if (!deletion) throw new Refusal('deletion.not_found');
      if (deletion.state !== 'waiting') throw new Refusal('deletion.begun', 'It has begun or is over. What it has erased cannot be restored by anybody.');
      await this.deletions.end(run, tenantId, id, 'cancelled', this.clock.now());
      await this.trail.append(run, tenantId, { action: 'deletion.cancelled', by, targets: [id], details: {} });
      return (await this.deletions.find(run, tenantId, id))!;
    });
  }

  async #count(run: Run, tenantId: Id<'ten'>, selection: DeletionSelection): Promise<number> {
    let total = 0;
    for (const { count } of this.#selectable()) total += await count(run, tenantId, selection);
    return total;
  }

  async #open(run: Run, tenantId: Id<'ten'>, { id, selection, total, delay_days, by, serviceEnd }: { id: Id<'del'>; selection: DeletionSelection; total: number; delay_days: number; by: Actor; serviceEnd?: string }): Promise<void> {
    const now = this.clock.now();
    const text = canonical(selection);
    await this.deletions.add(run, {
      id,
      tenantId,
      origin: 'request',
      selection: text,
      classes: this.#selectable().map((kind) => kind.class),
      state: 'waiting',
      requestedBy: by.id,
      requestedAt: now,
      beginsAt: new Date(now.getTime() + delay_days * DAY_MS),
      total,
      erased: 0,
      held: 0,
      kept: 0,
      holds: [],
      salt: randomBytes(SALT_BYTES),
      ...(serviceEnd && { serviceEnd }),
    });
    await this.trail.append(run, tenantId, { action: 'deletion.requested', by, targets: [id], details: { selection: text, total, delay_days } });
  }

  #selectable() {
    return this.erase.kinds.flatMap((kind) => (kind.select && kind.count ? [{ class: kind.class, select: kind.select.bind(kind), count: kind.count.bind(kind) }] : []));
  }

  async #staying(run: Run, tenantId: Id<'ten'>, recordClass: RecordClass, next: (afterId: string) => Promise<readonly string[]>): Promise<[held: number, kept: number]> {
    let [held, kept, seen] = [0, 0, 0];
    for (let ids = await next(''); ids.length > 0 && seen < LOOKED_MOST; ids = await next(ids.at(-1)!)) {
      const outcome: Outcome = await this.erase.rehearse(run, tenantId, recordClass, ids);
      [held, kept, seen] = [held + outcome.held.size, kept + outcome.kept.length, seen + ids.length];
    }
    return [held, kept];
  }
}

