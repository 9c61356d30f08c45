import { Controller, Inject, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, type FilingAcceptance, type FilingDifference, type FilingState, type FilingVerdict, type FilingWords, type QueuedFiling, type ReviewedFiling } from '@inkproof/contract';
import { ActingBy } from '@inkproof/identity';
import { pageOf, type Day, type Id } from '@inkproof/kernel';
import { Answers, Given, sendFile } from '@inkproof/platform';
import type { Response } from 'express';
import { CommentOnFiling } from '../actions/comment-on-filing.js';
import { DecideFiling, type FilingDecision } from '../actions/decide-filing.js';
import { KeepFilingFiles } from '../actions/keep-filing-files.js';
import { ReadFiling } from '../actions/read-filing.js';
import { SendFilingExport } from './send-filing-export.js';
import { SendReceipt, type ReceiptForm } from './send-receipt.js';
import { showDifference, showQueued, showReviewed } from './show-filing.js';

interface VersionId {
  version: Id<'flv'>;
}
interface FileId extends VersionId {
  file: Id<'fil'>;
}
interface Which {
  state: FilingState;
  cursor?: string;
  limit: number;
}

interface OnDay {
  on: Day;
  format: 'json' | 'zip';
  reason: string;
}

/** What was handed in, as the provider's staff see it and decide on it. */
@Controller()
export class FilingReviewController {
  constructor(
    @Inject(DecideFiling) private readonly decideFiling: DecideFiling,
    @Inject(CommentOnFiling) private readonly commentOn: CommentOnFiling,
    @Inject(KeepFilingFiles) private readonly files: KeepFilingFiles,
    @Inject(ReadFiling) private readonly read: ReadFiling,
    @Inject(SendReceipt) private readonly receipts: SendReceipt,
    @Inject(SendFilingExport) private readonly exports: SendFilingExport,
  ) {}

  @Answers(api.adminFilings.list)
  async list(@Given.query(api.adminFilings.list.query) { state, cursor, limit }: Which): Promise<{ items: QueuedFiling[]; next_cursor: string | null }> {
    const { versions, names } = await this.read.queue({ state, beyond: cursor, size: limit + 1 });
    const { items, nextCursor } = pageOf(versions, limit);
    return { items: items.map((version) => showQueued(version, names)), next_cursor: nextCursor };
  }

  @Answers(api.adminFilings.find)
  find(@Given.params(api.adminFilings.find.params) { version }: VersionId): Promise<ReviewedFiling> {
    return this.#show(version);
  }

  @Answers(api.adminFilings.difference)
  async difference(@Given.params(api.adminFilings.difference.params) { version }: VersionId): Promise<FilingDifference> {
    return showDifference(await this.read.difference('provider', version));
  }

  @Answers(api.adminFilings.readFile)
  async readFile(@Given.params(api.adminFilings.readFile.params) { version, file }: FileId, @Res() response: Response): Promise<void> {
    const { file: found, bytes } = await this.files.read('provider', { versionId: version }, file);
    sendFile(response, { ...found, bytes });
  }

  @Answers(api.adminFilings.receipt)
  async receipt(@Given.params(api.adminFilings.receipt.params) { version }: VersionId, @Given.query(api.adminFilings.receipt.query) { format }: ReceiptForm, @Res() response: Response): Promise<void> {
    await this.receipts.to(response, format, { asking: 'provider', versionId: version });
  }

  @Answers(api.adminFilings.export)
  async export(@Given.params(api.adminFilings.export.params) { version }: VersionId, @Given.query(api.adminFilings.export.query) { on, format, reason }: OnDay, @ActingBy() by: Actor, @Res() response: Response): Promise<void> {
    await this.exports.to(response, { asking: 'provider', versionId: version, on, format, reason }, by);
  }

  @Answers(api.adminFilings.comment)
  async comment(@Given.params(api.adminFilings.comment.params) { version }: VersionId, @Given.body(api.adminFilings.comment.body) { words }: FilingWords, @ActingBy() by: Actor): Promise<ReviewedFiling> {
    await this.commentOn.for('provider', { versionId: version }, words, by);
    return this.#show(version);
  }

  @Answers(api.adminFilings.requestCorrection)
  requestCorrection(@Given.params(api.adminFilings.requestCorrection.params) { version }: VersionId, @Given.body(api.adminFilings.requestCorrection.body) { text_sha256, words }: FilingVerdict, @ActingBy() by: Actor): Promise<ReviewedFiling> {
    return this.#decide(version, { verdict: 'correct', textSha256: text_sha256, words }, by);
  }

  @Answers(api.adminFilings.accept)
  accept(@Given.params(api.adminFilings.accept.params) { version }: VersionId, @Given.body(api.adminFilings.accept.body) { text_sha256, words }: FilingAcceptance, @ActingBy() by: Actor): Promise<ReviewedFiling> {
    return this.#decide(version, { verdict: 'accept', textSha256: text_sha256, words }, by);
  }

  @Answers(api.adminFilings.refuse)
  refuse(@Given.params(api.adminFilings.refuse.params) { version }: VersionId, @Given.body(api.adminFilings.refuse.body) { text_sha256, words }: FilingVerdict, @ActingBy() by: Actor): Promise<ReviewedFiling> {
    return this.#decide(version, { verdict: 'refuse', textSha256: text_sha256, words }, by);
  }

  async #decide(version: Id<'flv'>, decision: FilingDecision, by: Actor): Promise<ReviewedFiling> {
    await this.decideFiling.for(version, decision, by);
    return this.#show(version);
  }

  async #show(version: Id<'flv'>): Promise<ReviewedFiling> {
    return showReviewed(await this.read.version('provider', version));
  }
}
