import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Hold, type HoldRequest } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { LiftHold } from '../actions/lift-hold.js';
import { PlaceHold } from '../actions/place-hold.js';
import { HoldStore } from '../store/hold-store.js';
import { showHold } from './show-retention.js';

const { holds } = api;

/** Legal holds, as the provider's people keep them. */
@Controller()
export class HoldController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(HoldStore) private readonly store: HoldStore,
    @Inject(PlaceHold) private readonly placing: PlaceHold,
    @Inject(LiftHold) private readonly lifting: LiftHold,
  ) {}

  @Answers(holds.list)
  async list(@Given.query(holds.list.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: Hold[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.changeAsProvider((run) => this.store.list(run, null, { below: cursor, size: limit + 1 })), limit);
    return { items: items.map(showHold), next_cursor: nextCursor };
  }

  @Answers(holds.place)
  async place(@Given.body(holds.place.body) asked: HoldRequest, @ActingBy() by: Actor): Promise<Hold> {
    return showHold(await this.placing.for(asked, by));
  }

  @Answers(holds.widen)
  async widen(@Given.params(holds.widen.params) { id }: { id: Id<'hld'> }, @Given.body(holds.widen.body) { objects }: { objects: string[] }, @ActingBy() by: Actor): Promise<Hold> {
    return showHold(await this.placing.widen(id, objects, by));
  }

  @Answers(holds.lift)
  async lift(@Given.params(holds.lift.params) { id }: { id: Id<'hld'> }, @Given.body(holds.lift.body) { reason }: { reason: string }, @ActingBy() by: Actor): Promise<{ approval: Id<'apr'> }> {
    return { approval: await this.lifting.ask(id, reason, by) };
  }
}
