import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type ChangeNotice, type ChangeNoticeSummary, type ChangeRequest, type ChangeState, type EarliestChange } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { ActOnChange } from '../actions/act-on-change.js';
import { FileChange } from '../actions/file-change.js';
import { showEarliest } from '../model/shown-days.js';
import { CalendarStore } from '../store/calendar-store.js';
import { ChangeStore } from '../store/change-store.js';
import { showChange, showSummary } from './show-change.js';

interface ChangeId {
  id: Id<'chg'>;
}

interface Asked {
  cursor?: string;
  limit: number;
  state?: ChangeState | 'open';
}

@Controller()
export class ChangeController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeStore) private readonly changes: ChangeStore,
    @Inject(CalendarStore) private readonly calendars: CalendarStore,
    @Inject(FileChange) private readonly file: FileChange,
    @Inject(ActOnChange) private readonly acts: ActOnChange,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.changes.earliest)
  async earliest(@CalledByTenant() { tenantId }: TenantCaller): Promise<EarliestChange> {
    return showEarliest(await this.database.asTenant(tenantId, (tx) => this.calendars.calendar(tx)), this.clock.now());
  }

  @Answers(api.changes.create)
  async create(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.changes.create.body) asked: ChangeRequest, @ActingBy() by: Actor): Promise<ChangeNotice> {
    return showChange(await this.file.for(tenantId, asked, by));
  }

  @Answers(api.changes.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.changes.list.query) { cursor, limit, state }: Asked): Promise<{ items: ChangeNoticeSummary[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.database.asTenant(tenantId, (tx) => this.changes.list(tx, { tenantId, state, beyond: cursor, size: limit + 1 })), limit);
    return { items: items.map(showSummary), next_cursor: nextCursor };
  }

  @Answers(api.changes.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.changes.find.params) { id }: ChangeId): Promise<ChangeNotice> {
    const notice = await this.database.asTenant(tenantId, (tx) => this.changes.find(tx, id, tenantId));
    if (!notice) throw new Refusal('change.not_found');
    return showChange(notice);
  }

  @Answers(api.changes.withdraw)
  async withdraw(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.changes.withdraw.params) { id }: ChangeId, @ActingBy() by: Actor): Promise<ChangeNotice> {
    return showChange(await this.acts.withdraw(tenantId, id, by));
  }

  @Answers(api.changes.apply)
  async apply(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.changes.apply.params) { id }: ChangeId, @ActingBy() by: Actor): Promise<ChangeNotice> {
    return showChange(await this.acts.apply(tenantId, id, by));
  }

  @Answers(api.changes.confirm)
  async confirm(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.changes.confirm.params) { id }: ChangeId, @ActingBy() by: Actor): Promise<ChangeNotice> {
    return showChange(await this.acts.confirm(tenantId, id, by));
  }

  @Answers(api.changes.rollBack)
  async rollBack(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.changes.rollBack.params) { id }: ChangeId, @ActingBy() by: Actor): Promise<ChangeNotice> {
    return showChange(await this.acts.rollBack(tenantId, id, by));
  }
}
