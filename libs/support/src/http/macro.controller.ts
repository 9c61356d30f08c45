import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, stateAfterReply, type Macro, type MacroDraft } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { KeepMacros } from '../actions/keep-macros.js';
import { MacroStore, type StoredMacro } from '../store/macro-store.js';

interface MacroId {
  id: Id<'mcr'>;
}

const show = ({ id, name, wordsZh, wordsEn, state, priority, changedAt, changedBy, changedByName }: StoredMacro): Macro => ({
  id: id as Id<'mcr'>,
  name,
  words: { zh: wordsZh, en: wordsEn },
  state: stateAfterReply.find((one) => one === state) ?? null,
  priority,
  changed_at: changedAt.toISOString(),
  changed_by: { id: changedBy as Id<'per'>, name: changedByName },
});

@Controller()
export class MacroController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(MacroStore) private readonly macros: MacroStore,
    @Inject(KeepMacros) private readonly keeping: KeepMacros,
  ) {}

  @Answers(api.macros.list)
  async list(): Promise<{ items: Macro[] }> {
    return { items: (await this.database.asProvider((tx) => this.macros.list(tx))).map(show) };
  }

  @Answers(api.macros.create)
  async create(@Given.body(api.macros.create.body) draft: MacroDraft, @ActingBy() by: Actor): Promise<Macro> {
    return show(await this.keeping.save(draft, by));
  }

  @Answers(api.macros.change)
  async change(@Given.params(api.macros.change.params) { id }: MacroId, @Given.body(api.macros.change.body) draft: MacroDraft, @ActingBy() by: Actor): Promise<Macro> {
    return show(await this.keeping.change(id, draft, by));
  }

  @Answers(api.macros.retire)
  async retire(@Given.params(api.macros.retire.params) { id }: MacroId, @ActingBy() by: Actor): Promise<void> {
    await this.keeping.retire(id, by);
  }
}
