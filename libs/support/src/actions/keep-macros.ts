import type { Actor, Trail } from '@inkproof/audit';
import { Refusal, type MacroDraft } from '@inkproof/contract';
import type { Clock, Id, Ids } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { MacroStore, StoredMacro } from '../store/macro-store.js';
import type { TicketBook } from './ticket-book.js';

/** Keeps the answers that the desk gives often. What was sent with one stays as it was sent. */
export class KeepMacros {
  constructor(
    private readonly database: Database,
    private readonly macros: MacroStore,
    private readonly book: TicketBook,
    private readonly trail: Trail,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  save(draft: MacroDraft, by: Actor): Promise<StoredMacro> {
    return this.database.asProvider(async (tx) => {
      const macro = { id: this.ids.next('mcr'), ...(await this.#written(tx, draft, by)), retiredAt: null };
      await this.macros.add(tx, macro);
      await this.trail.append(tx, 'provider', { action: 'macro.saved', by, targets: [macro.id], details: { name: draft.name } });
      return macro;
    });
  }

  change(id: Id<'mcr'>, draft: MacroDraft, by: Actor): Promise<StoredMacro> {
    return this.database.asProvider(async (tx) => {
      const written = await this.#written(tx, draft, by);
      if (!(await this.macros.change(tx, id, written))) throw new Refusal('macro.not_found');
      await this.trail.append(tx, 'provider', { action: 'macro.changed', by, targets: [id], details: { name: draft.name } });
      return { id, ...written, retiredAt: null };
    });
  }

  retire(id: Id<'mcr'>, by: Actor): Promise<void> {
    return this.database.asProvider(async (tx) => {
      if (!(await this.macros.change(tx, id, { retiredAt: this.clock.now() }))) throw new Refusal('macro.not_found');
      await this.trail.append(tx, 'provider', { action: 'macro.retired', by, targets: [id], details: {} });
    });
  }

  async #written(tx: Tx, { name, words, state, priority }: MacroDraft, by: Actor): Promise<Omit<StoredMacro, 'id' | 'retiredAt'>> {
    return { name, wordsZh: words.zh, wordsEn: words.en, state, priority, changedAt: this.clock.now(), changedBy: by.id, changedByName: await this.book.nameOf(tx, by.id) };
  }
}
