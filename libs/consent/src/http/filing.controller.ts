import { Controller, Inject, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type Filing, type FilingChange, type FilingDifference, type FilingFile, type FilingFileRequest, type FilingReason, type FilingRequest, type FilingRevision, type FilingState, type FilingVersion, type FilingWords } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { Clock, pageOf, type Day, type Id } from '@inkproof/kernel';
import { Answers, Given, sendFile } from '@inkproof/platform';
import type { Response } from 'express';
import { BeginFiling } from '../actions/begin-filing.js';
import { ChangeFiling } from '../actions/change-filing.js';
import { CommentOnFiling } from '../actions/comment-on-filing.js';
import { KeepFilingFiles } from '../actions/keep-filing-files.js';
import { ReadFiling } from '../actions/read-filing.js';
import { SubmitFiling } from '../actions/submit-filing.js';
import { WithdrawFiling } from '../actions/withdraw-filing.js';
import { givenContent } from './given-content.js';
import { SendFilingExport } from './send-filing-export.js';
import { SendReceipt, type ReceiptForm } from './send-receipt.js';
import { showDifference, showFile, showFiling, showVersion } from './show-filing.js';

interface FilingId {
  id: Id<'flg'>;
}
interface VersionId extends FilingId {
  version: Id<'flv'>;
}
interface FileId extends FilingId {
  file: Id<'fil'>;
}
interface Which {
  state?: FilingState;
  cursor?: string;
  limit: number;
}

interface OnDay {
  on: Day;
  format: 'json' | 'zip';
}

/** Filed texts, as their tenant keeps them. */
@Controller()
export class FilingController {
  constructor(
    @Inject(BeginFiling) private readonly beginFiling: BeginFiling,
    @Inject(ChangeFiling) private readonly changeFiling: ChangeFiling,
    @Inject(KeepFilingFiles) private readonly files: KeepFilingFiles,
    @Inject(SubmitFiling) private readonly submitFiling: SubmitFiling,
    @Inject(WithdrawFiling) private readonly withdrawFiling: WithdrawFiling,
    @Inject(CommentOnFiling) private readonly commentOn: CommentOnFiling,
    @Inject(ReadFiling) private readonly read: ReadFiling,
    @Inject(SendReceipt) private readonly receipts: SendReceipt,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SendFilingExport) private readonly exports: SendFilingExport,
  ) {}

  @Answers(api.filings.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.filings.list.query) { cursor, limit, state }: Which): Promise<{ items: Filing[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.read.list(tenantId, { below: cursor, size: limit + 1, state }), limit);
    return { items: items.map((filing) => showFiling(filing, this.clock.now())), next_cursor: nextCursor };
  }

  @Answers(api.filings.create)
  async create(@CalledByTenant() { tenantId }: TenantCaller, @Given.body(api.filings.create.body) asked: FilingRequest, @ActingBy() by: Actor): Promise<FilingVersion> {
    return this.#show(tenantId, await this.beginFiling.for(tenantId, { ...givenContent(asked), name: asked.name }, by));
  }

  @Answers(api.filings.find)
  async find(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.find.params) { id }: FilingId): Promise<Filing> {
    return showFiling(await this.read.filing(tenantId, id), this.clock.now());
  }

  @Answers(api.filings.version)
  async version(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.version.params) { id, version }: VersionId): Promise<FilingVersion> {
    return showVersion(await this.read.version(tenantId, version, id));
  }

  @Answers(api.filings.difference)
  async difference(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.difference.params) { id, version }: VersionId): Promise<FilingDifference> {
    return showDifference(await this.read.difference(tenantId, version, id));
  }

  @Answers(api.filings.revise)
  async revise(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.revise.params) { id }: FilingId, @Given.body(api.filings.revise.body) { from }: FilingRevision, @ActingBy() by: Actor): Promise<FilingVersion> {
    return this.#show(tenantId, await this.beginFiling.anew(tenantId, id, by, from));
  }

  @Answers(api.filings.change)
  async change(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.change.params) { id }: FilingId, @Given.body(api.filings.change.body) asked: FilingChange, @ActingBy() by: Actor): Promise<FilingVersion> {
    return this.#show(tenantId, await this.changeFiling.for(tenantId, id, { ...givenContent(asked), ...(asked.name !== undefined && { name: asked.name }) }, by));
  }

  @Answers(api.filings.discard)
  async discard(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.discard.params) { id }: FilingId, @ActingBy() by: Actor): Promise<void> {
    await this.changeFiling.discard(tenantId, id, by);
  }

  @Answers(api.filings.addFile)
  async addFile(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.addFile.params) { id }: FilingId, @Given.body(api.filings.addFile.body) { kind, name, base64 }: FilingFileRequest, @ActingBy() by: Actor): Promise<FilingFile> {
    return showFile(await this.files.add(tenantId, id, { kind, name, bytes: Buffer.from(base64, 'base64') }, by));
  }

  @Answers(api.filings.readFile)
  async readFile(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.readFile.params) { id, file }: FileId, @Res() response: Response): Promise<void> {
    const { file: found, bytes } = await this.files.read(tenantId, { filingId: id }, file);
    sendFile(response, { ...found, bytes });
  }

  @Answers(api.filings.removeFile)
  async removeFile(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.removeFile.params) { id, file }: FileId, @ActingBy() by: Actor): Promise<void> {
    await this.files.remove(tenantId, id, file, by);
  }

  @Answers(api.filings.submit)
  async submit(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.submit.params) { id }: FilingId, @ActingBy() by: Actor): Promise<FilingVersion> {
    return this.#show(tenantId, await this.submitFiling.for(tenantId, id, by));
  }

  @Answers(api.filings.withdraw)
  async withdraw(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.withdraw.params) { id, version }: VersionId, @Given.body(api.filings.withdraw.body) { reason }: FilingReason, @ActingBy() by: Actor): Promise<FilingVersion> {
    return this.#show(tenantId, await this.withdrawFiling.for(tenantId, id, version, reason, by));
  }

  @Answers(api.filings.comment)
  async comment(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.comment.params) { id, version }: VersionId, @Given.body(api.filings.comment.body) { words }: FilingWords, @ActingBy() by: Actor): Promise<FilingVersion> {
    return this.#show(tenantId, await this.commentOn.for(tenantId, { filingId: id, versionId: version }, words, by));
  }

  @Answers(api.filings.receipt)
  async receipt(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.receipt.params) { id, version }: VersionId, @Given.query(api.filings.receipt.query) { format }: ReceiptForm, @Res() response: Response): Promise<void> {
    await this.receipts.to(response, format, { asking: tenantId, versionId: version, filingId: id });
  }

  @Answers(api.filings.export)
  async export(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.filings.export.params) { id }: FilingId, @Given.query(api.filings.export.query) { on, format }: OnDay, @ActingBy() by: Actor, @Res() response: Response): Promise<void> {
    await this.exports.to(response, { asking: tenantId, filingId: id, on, format }, by);
  }

  async #show(tenantId: Id<'ten'>, { id }: { id: Id<'flv'> }): Promise<FilingVersion> {
    return showVersion(await this.read.version(tenantId, id));
  }
}
