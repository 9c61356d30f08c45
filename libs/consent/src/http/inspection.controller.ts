import { Controller, Inject, Req } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, INSPECTION_FILE_MAX_BYTES, InspectionFileUpload, type Inspection, type InspectionFileContent, type InspectionItem, type InspectionState, type InspectionSummary, type ItemAnswer } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Clock, pageOf, type Id } from '@inkproof/kernel';
import { Answers, Given, match, readJson } from '@inkproof/platform';
import type { Request } from 'express';
import { AnswerItem } from '../actions/answer-item.js';
import { ReadInspections } from '../actions/read-inspections.js';
import { ShowFiles } from '../actions/show-files.js';
import { showInspection, showInspectionSummary, showItem } from './show-inspection.js';

const { inspections } = api;
interface ItemId {
  id: Id<'isp'>;
  item: Id<'isi'>;
}
type FileId = ItemId & { file: Id<'isf'> };

/** Base64 takes four characters for three bytes; the rest is for names. */
const UPLOAD_MAX_BYTES = Math.ceil((INSPECTION_FILE_MAX_BYTES * 4) / 3) + 10_000;

/** Inspections, as the tenant that is inspected answers them. */
@Controller()
export class InspectionController {
  constructor(
    @Inject(ReadInspections) private readonly read: ReadInspections,
    @Inject(AnswerItem) private readonly answering: AnswerItem,
    @Inject(ShowFiles) private readonly files: ShowFiles,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Answers(inspections.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(inspections.list.query) { cursor, limit, state }: { cursor?: string; limit: number; state?: InspectionState | 'late' }): Promise<{ items: InspectionSummary[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.read.list({ state, below: cursor, size: limit + 1 }, tenantId), limit);
    return { items: items.map((inspection) => showInspectionSummary(inspection, this.clock.now())), next_cursor: nextCursor };
  }

  @Answers(inspections.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(inspections.find.params) { id }: { id: Id<'isp'> }): Promise<Inspection> {
    const inspection = await this.read.one(id, tenantId);
    return showInspection(inspection, await this.read.names(inspection, tenantId), this.clock.now());
  }

  @Answers(inspections.answer)
  async answer(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(inspections.answer.params) which: ItemId, @Given.body(inspections.answer.body) answer: ItemAnswer, @ActingBy() by: Actor): Promise<InspectionItem> {
    return showItem(await this.answering.with({ tenantId, ...which }, answer, by));
  }

  @Answers(inspections.addFile)
  async addFile(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(inspections.addFile.params) which: ItemId, @Req() request: Request, @ActingBy() by: Actor): Promise<InspectionItem> {
    return showItem(await this.files.add({ tenantId, ...which }, match(InspectionFileUpload, await readJson(request, UPLOAD_MAX_BYTES)), by));
  }

  @Answers(inspections.file)
  file(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(inspections.file.params) { file, ...which }: FileId): Promise<InspectionFileContent> {
    return this.files.fetch({ tenantId, ...which }, file);
  }

  @Answers(inspections.removeFile)
  async removeFile(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(inspections.removeFile.params) { file, ...which }: FileId, @ActingBy() by: Actor): Promise<InspectionItem> {
    return showItem(await this.files.remove({ tenantId, ...which }, file, by));
  }
}
