import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type MaintenanceAct, type MaintenanceNotice, type MaintenancePreview, type MaintenanceRequest, type MaintenanceState, type MaintenanceWindow, type WholeMaintenanceWindow } from '@inkproof/contract';
import { ActingBy, namesOf } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Database, Given, type Tx } from '@inkproof/platform';
import { ActOnMaintenance } from '../actions/act-on-maintenance.js';
import { ChangeAnnounced } from '../actions/change-announced.js';
import { PlanMaintenance } from '../actions/plan-maintenance.js';
import { PreviewMaintenance } from '../actions/preview-maintenance.js';
import { PublishMaintenance } from '../actions/publish-maintenance.js';
import { WindowStore, type StoredChange, type StoredWindow, type WholeWindow } from '../store/window-store.js';
import { showNotice, showWholeWindow, showWindow } from './show-window.js';

interface WindowId {
  id: Id<'mnt'>;
}

const peopleOf = ({ draftedBy, publishedBy, approvedBy }: StoredWindow): (string | null)[] => [draftedBy, publishedBy, approvedBy];

/** Maintenance as the staff plan it. */
@Controller()
export class MaintenanceController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WindowStore) private readonly windows: WindowStore,
    @Inject(PlanMaintenance) private readonly planning: PlanMaintenance,
    @Inject(ChangeAnnounced) private readonly changing: ChangeAnnounced,
    @Inject(PublishMaintenance) private readonly publishing: PublishMaintenance,
    @Inject(ActOnMaintenance) private readonly acting: ActOnMaintenance,
    @Inject(PreviewMaintenance) private readonly previewing: PreviewMaintenance,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(api.adminMaintenance.list)
  list(@Given.query(api.adminMaintenance.list.query) { cursor, limit, state }: { cursor?: string; limit: number; state?: MaintenanceState }): Promise<{ items: MaintenanceWindow[]; next_cursor: string | null }> {
    return this.database.asProvider(async (tx) => {
      const { items, nextCursor } = pageOf(await this.windows.list(tx, { states: state && [state], beyond: cursor, size: limit + 1 }), limit);
      const names = await namesOf(tx, items.flatMap(peopleOf));
      const now = this.clock.now();
      const shown: MaintenanceWindow[] = [];
      for (const window of items) shown.push(showWindow(window, (await this.#waiting(tx, window)).waits, names, now));
      return { items: shown, next_cursor: nextCursor };
    });
  }

  @Answers(api.adminMaintenance.standing)
  async standing(): Promise<{ items: MaintenanceNotice[] }> {
    const now = this.clock.now();
    const windows = await this.database.asProvider((tx) => this.windows.standing(tx));
    return { items: windows.map((window) => showNotice(window, window.now, now)).sort((one, other) => one.starts_at.localeCompare(other.starts_at)) };
  }

  @Answers(api.adminMaintenance.find)
  find(@Given.params(api.adminMaintenance.find.params) { id }: WindowId): Promise<WholeMaintenanceWindow> {
    return this.database.asProvider(async (tx) => {
      const window = await this.windows.find(tx, id);
      if (!window) throw new Refusal('maintenance.not_found');
      const { waits, change } = await this.#waiting(tx, window);
      return showWholeWindow(window, waits, change, await namesOf(tx, [...peopleOf(window), change && change.writtenBy]), this.clock.now());
    });
  }

  @Answers(api.adminMaintenance.preview)
  preview(@Given.params(api.adminMaintenance.preview.params) { id }: WindowId): Promise<MaintenancePreview> {
    return this.previewing.of(id);
  }

  @Answers(api.adminMaintenance.draft)
  async draft(@Given.body(api.adminMaintenance.draft.body) asked: MaintenanceRequest, @ActingBy() by: Actor): Promise<WholeMaintenanceWindow> {
    return this.find(await this.planning.draft(asked, by));
  }

  @Answers(api.adminMaintenance.change)
  async change(@Given.params(api.adminMaintenance.change.params) { id }: WindowId, @Given.body(api.adminMaintenance.change.body) asked: MaintenanceRequest, @ActingBy() by: Actor): Promise<WholeMaintenanceWindow> {
    return this.find(await this.planning.change(id, asked, by));
  }

  @Answers(api.adminMaintenance.act)
  async act(@Given.params(api.adminMaintenance.act.params) { id }: WindowId, @Given.body(api.adminMaintenance.act.body) asked: MaintenanceAct, @ActingBy() by: Actor): Promise<WholeMaintenanceWindow> {
    return this.find(asked.act === 'publish' ? await this.publishing.for(id, asked.reason, by) : await this.acting.for(id, asked, by));
  }

  async #waiting(tx: Tx, window: StoredWindow & Pick<WholeWindow, 'change'>): Promise<{ waits: MaintenanceWindow['waits']; change: StoredChange | null }> {
    const change = await this.changing.waiting(tx, window);
    return { waits: change ? 'change' : (await this.publishing.waits(tx, window)) ? 'announcement' : null, change };
  }
}
