import { Controller, Inject } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type InspectionFileContent, type InspectionForStaff, type InspectionItem, type InspectionRequest, type InspectionState, type InspectionSummary, type OverallVerdict } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Given } from '@inkproof/platform';
import { AnnounceInspection } from '../actions/announce-inspection.js';
import { DrawInspection } from '../actions/draw-inspection.js';
import { JudgeInspection } from '../actions/judge-inspection.js';
import { OpenItem } from '../actions/open-item.js';
import { ReadInspections } from '../actions/read-inspections.js';
import type { StoredInspection } from '../store/inspection-store.js';
import { showForStaff, showInspectionSummary, showItem } from './show-inspection.js';

const { adminInspections } = api;
interface InspectionId {
  id: Id<'isp'>;
}
type ItemId = InspectionId & { item: Id<'isi'> };

/** Inspections, as compliance staff draw, look at and judge them. */
@Controller()
export class AdminInspectionController {
  constructor(
    @Inject(AnnounceInspection) private readonly announcing: AnnounceInspection,
    @Inject(DrawInspection) private readonly drawing: DrawInspection,
    @Inject(ReadInspections) private readonly read: ReadInspections,
    @Inject(OpenItem) private readonly opening: OpenItem,
    @Inject(JudgeInspection) private readonly judging: JudgeInspection,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(adminInspections.announce)
  async announce(@Given.body(adminInspections.announce.body) asked: InspectionRequest, @ActingBy() by: Actor): Promise<InspectionForStaff> {
    return this.#show(await this.announcing.for(asked, by));
  }

  @Answers(adminInspections.draw)
  async draw(@Given.params(adminInspections.draw.params) { id }: InspectionId, @ActingBy() by: Actor): Promise<InspectionForStaff> {
    return this.#show(await this.drawing.of(id, by));
  }

  @Answers(adminInspections.list)
  async list(@Given.query(adminInspections.list.query) { cursor, limit, state, tenant }: { cursor?: string; limit: number; state?: InspectionState | 'late'; tenant?: Id<'ten'> }): Promise<{ items: InspectionSummary[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.read.list({ state, tenantId: tenant, below: cursor, size: limit + 1 }, 'provider'), limit);
    return { items: items.map((inspection) => showInspectionSummary(inspection, this.clock.now())), next_cursor: nextCursor };
  }

  @Answers(adminInspections.find)
  async find(@Given.params(adminInspections.find.params) { id }: InspectionId): Promise<InspectionForStaff> {
    return this.#show(await this.read.one(id));
  }

  @Answers(adminInspections.open)
  async open(@Given.params(adminInspections.open.params) which: ItemId, @ActingBy() by: Actor): Promise<InspectionItem> {
    const found = await this.opening.look(which, by);
    return showItem(found, await this.read.names(found.inspection));
  }

  @Answers(adminInspections.file)
  file(@Given.params(adminInspections.file.params) { file, ...which }: ItemId & { file: Id<'isf'> }, @ActingBy() by: Actor): Promise<InspectionFileContent> {
    return this.opening.file(which, file, by);
  }

  @Answers(adminInspections.judge)
  async judge(@Given.params(adminInspections.judge.params) { id, item }: ItemId, @Given.body(adminInspections.judge.body) verdict: OverallVerdict, @ActingBy() by: Actor): Promise<InspectionForStaff> {
    return this.#show(await this.judging.item(id, item, verdict, by));
  }

  @Answers(adminInspections.close)
  async close(@Given.params(adminInspections.close.params) { id }: InspectionId, @Given.body(adminInspections.close.body) verdict: OverallVerdict, @ActingBy() by: Actor): Promise<InspectionForStaff> {
    return this.#show(await this.judging.whole(id, verdict, by));
  }

  async #show(inspection: StoredInspection): Promise<InspectionForStaff> {
    return showForStaff(inspection, await this.read.names(inspection), this.clock.now());
  }
}
