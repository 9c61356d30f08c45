import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type ChangeDecision, type ChangeNotice, type ChangeNoticeSummary, type ChangeState, type KnownYear, type YearUpload } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { Answers, Database, Given } from '@inkproof/platform';
import { DecideChange } from '../actions/decide-change.js';
import { EnterYear } from '../actions/enter-year.js';
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
  tenant?: Id<'ten'>;
}

interface Queue {
  items: ChangeNoticeSummary[];
  next_cursor: string | null;
  waiting: number;
  overdue: number;
}

@Controller()
export class AdminChangeController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeStore) private readonly changes: ChangeStore,
    @Inject(CalendarStore) private readonly calendars: CalendarStore,
    @Inject(DecideChange) private readonly decision: DecideChange,
    @Inject(EnterYear) private readonly enterYear: EnterYear,
  ) {}

  @Answers(api.adminChanges.list)
  async list(@Given.query(api.adminChanges.list.query) { cursor, limit, state, tenant }: Asked): Promise<Queue> {
    return this.database.asProvider(async (tx) => {
      const rows = await this.changes.queue(tx, { tenantId: tenant, state, beyond: cursor, size: limit + 1 });
      const items = rows.slice(0, limit);
      return { items: items.map(showSummary), next_cursor: rows.length > limit ? items.at(-1)!.queuePlace : null, ...(await this.changes.counts(tx)) };
    });
  }

  @Answers(api.adminChanges.find)
  async find(@Given.params(api.adminChanges.find.params) { id }: ChangeId): Promise<ChangeNotice> {
    const notice = await this.database.asProvider((tx) => this.changes.find(tx, id));
    if (!notice) throw new Refusal('change.not_found');
    return showChange(notice);
  }

  @Answers(api.adminChanges.decide)
  async decide(@Given.params(api.adminChanges.decide.params) { id }: ChangeId, @Given.body(api.adminChanges.decide.body) decision: ChangeDecision, @ActingBy() by: Actor): Promise<ChangeNotice> {
    return showChange(await this.decision.for(id, decision, by));
  }

  @Answers(api.workingDays.list)
  async years(): Promise<{ items: KnownYear[] }> {
    return { items: await this.database.asProvider((tx) => this.calendars.years(tx)) };
  }

  @Answers(api.workingDays.enter)
  enter(@Given.body(api.workingDays.enter.body) upload: YearUpload, @ActingBy() by: Actor): Promise<KnownYear> {
    return this.enterYear.for(upload, by);
  }
}
