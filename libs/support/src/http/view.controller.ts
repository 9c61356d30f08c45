import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, DESK_VIEW_COUNT_MAX, type DeskView, type DeskViewDraft } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { Clock, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { KeepViews } from '../actions/keep-views.js';
import { TicketStore } from '../store/ticket-store.js';
import { ViewStore, type StoredView } from '../store/view-store.js';
import { assigneeOf } from './asked-of-tickets.js';

interface ViewId {
  id: Id<'dvw'>;
}

@Controller()
export class ViewController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ViewStore) private readonly views: ViewStore,
    @Inject(TicketStore) private readonly tickets: TicketStore,
    @Inject(KeepViews) private readonly keeping: KeepViews,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.deskViews.list)
  async list(@ActingBy() by: Actor): Promise<{ items: DeskView[] }> {
    const views = await this.database.asProvider((tx) => this.views.list(tx, by.id));
    const items: DeskView[] = [];
    for (const view of views) items.push(await this.#show(view, by));
    return { items };
  }

  @Answers(api.deskViews.create)
  async create(@Given.body(api.deskViews.create.body) draft: DeskViewDraft, @ActingBy() by: Actor): Promise<DeskView> {
    return this.#show(await this.keeping.save(draft, by), by);
  }

  @Answers(api.deskViews.change)
  async change(@Given.params(api.deskViews.change.params) { id }: ViewId, @Given.body(api.deskViews.change.body) draft: DeskViewDraft, @ActingBy() by: Actor): Promise<DeskView> {
    return this.#show(await this.keeping.change(id, draft, by), by);
  }

  @Answers(api.deskViews.share)
  async share(@Given.params(api.deskViews.share.params) { id }: ViewId, @Given.body(api.deskViews.share.body) { shared }: { shared: boolean }, @ActingBy() by: Actor): Promise<DeskView> {
    return this.#show(await this.keeping.share(id, shared, by), by);
  }

  @Answers(api.deskViews.retire)
  async retire(@Given.params(api.deskViews.retire.params) { id }: ViewId, @ActingBy() by: Actor): Promise<void> {
    await this.keeping.retire(id, by);
  }

  async #show({ id, name, filter, shared, keptBy, keptByName, changedAt }: StoredView, by: Actor): Promise<DeskView> {
    const { assignee, tenant, late, ...same } = filter;
    const asked = { ...same, tenantId: tenant, assigneeId: assigneeOf(assignee, by), ...(late && { lateAt: this.clock.now() }) };
    const count = await this.database.asProvider((tx) => this.tickets.countOf(tx, asked, DESK_VIEW_COUNT_MAX));
    return { id: id as Id<'dvw'>, name, filter, shared, mine: keptBy === by.id, kept_by: { id: keptBy as Id<'per'>, name: keptByName }, changed_at: changedAt.toISOString(), count };
  }
}
