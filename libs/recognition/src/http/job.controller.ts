import { Controller, Headers, Inject, Req, Res } from '@nestjs/common';
import type { Actor } from '@inkproof/audit';
import { api, Refusal, type Job, type JobPage, type OutputFormat } from '@inkproof/contract';
import { ActingBy, AskedAgain, CalledByTenant, whileAdmitted, type RefusedNow, type TenantCaller } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Config, Given, hangUpOf, StreamBudget } from '@inkproof/platform';
import type { Request, Response } from 'express';
import { CancelJob } from '../actions/cancel-job.js';
import { FetchJobResult, type Purpose } from '../actions/fetch-job-result.js';
import { FollowJob } from '../actions/follow-job.js';
import { JobStore, type SeenJob } from '../store/job-store.js';
import { readJobUpload, type JobUpload } from './read-job-upload.js';
import { placeOf, sendEvents } from './send-events.js';
import { formatAsked, sendResult } from './send-result.js';
import { SendJob } from './send-job.js';
import { showJob, showJobPage, summariseJob } from './show-job.js';
import { TakeUpload, type Form, type UploadRequest } from './take-upload.js';

@Controller()
export class JobController {
  constructor(
    @Inject(TakeUpload) private readonly takeUpload: TakeUpload,
    @Inject(SendJob) private readonly sending: SendJob,
    @Inject(Config) private readonly config: Config,
    @Inject(JobStore) private readonly jobs: JobStore,
    @Inject(FollowJob) private readonly follow: FollowJob,
    @Inject(FetchJobResult) private readonly results: FetchJobResult,
    @Inject(CancelJob) private readonly cancelling: CancelJob,
    @Inject(StreamBudget) private readonly streams: StreamBudget,
  ) {}

  @Answers(api.jobs.create)
  create(@CalledByTenant() caller: TenantCaller, @Req() request: UploadRequest, @Res({ passthrough: true }) response: Response): Promise<unknown> {
    const form: Form<JobUpload> = {
      maxBytes: ({ uploadMaxBytes, jobMaxDocuments }) => Math.min(this.config.jobs.maxBytes, uploadMaxBytes * jobMaxDocuments),
      read: (asked, maxBytes, plan) => readJobUpload(asked, { maxBytes, maxFileBytes: Math.min(maxBytes, plan.uploadMaxBytes), maxFiles: plan.jobMaxDocuments }),
      parts: ({ documents, options }) => ({ sources: documents.map(({ source }) => source), options: { ...options, tags: documents.map(({ tag }) => tag) } }),
    };
    return this.takeUpload.for({ caller, request, response }, form, (sent) => this.sending.for({ caller, requestId: request.id }, sent));
  }

  @Answers(api.jobs.list)
  async list(@CalledByTenant() { tenantId }: TenantCaller, @Given.query(api.jobs.list.query) { cursor, limit }: { cursor?: string; limit: number }): Promise<{ items: Omit<Job, 'documents'>[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.jobs.list(tenantId, { below: cursor, size: limit + 1 }), limit);
    const waiting = items.filter(({ state }) => state === 'queued').map(({ id }) => id);
    const positions = waiting.length ? await this.jobs.positions(tenantId, waiting) : new Map<string, number>();
    const held = waiting.length ? await this.follow.waiting(tenantId) : null;
    return { items: items.map((record) => summariseJob({ record, position: positions.get(record.id) ?? null, waiting: record.state === 'queued' ? held : null })), next_cursor: nextCursor };
  }

  @Answers(api.jobs.find)
  async find(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.params(api.jobs.find.params) { id }: { id: Id<'job'> },
    @Given.query(api.jobs.find.query) { wait }: { wait: number },
    @AskedAgain() refusedNow: RefusedNow,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Job> {
    const letGo = wait > 0 ? this.streams.hold(tenantId) : undefined;
    try {
      const job = await this.follow.untilEnd(tenantId, id, wait * 1_000, hangUpOf(response));
      const refused = wait > 0 ? await refusedNow() : undefined;
      if (refused) throw refused;
      return show(job);
    } finally {
      letGo?.();
    }
  }

  @Answers(api.jobs.events)
  async events(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.params(api.jobs.events.params) { id }: { id: Id<'job'> },
    @Headers('last-event-id') lastEventId: string | undefined,
    @AskedAgain() refusedNow: RefusedNow,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.jobs.state(tenantId, id))) throw new Refusal('job.not_found');
    const letGo = this.streams.hold(tenantId);
    try {
      await sendEvents(response, whileAdmitted(this.follow.events(tenantId, id, placeOf(lastEventId), hangUpOf(response)), refusedNow));
    } finally {
      letGo();
    }
  }

  @Answers(api.jobs.pages)
  async pages(
    @CalledByTenant() caller: TenantCaller,
    @Given.params(api.jobs.pages.params) { id }: { id: Id<'job'> },
    @Given.query(api.jobs.pages.query) { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<{ items: JobPage[]; next_cursor: string | null }> {
    const { pages, next } = await this.results.pages(caller.tenantId, id, placeOf(cursor), limit, purposeOf(caller));
    return { items: pages.map(showJobPage), next_cursor: next === null ? null : String(next) };
  }

  @Answers(api.jobs.document)
  async document(
    @CalledByTenant() caller: TenantCaller,
    @Given.params(api.jobs.document.params) { id, number }: { id: Id<'job'>; number: number },
    @Given.query(api.jobs.document.query) { format }: { format?: OutputFormat },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { recognitionId, ...output } = await this.results.document(caller.tenantId, id, number, formatAsked(request, format), purposeOf(caller, format), hangUpOf(response));
    sendResult(response, recognitionId, output);
  }

  @Answers(api.jobs.cancel)
  async cancel(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.jobs.cancel.params) { id }: { id: Id<'job'> }, @ActingBy() by: Actor): Promise<Job> {
    // Another tenant's job and none answer alike, or the answer would tell which ids exist.
    if (!(await this.cancelling.for(tenantId, id, by))) throw new Refusal('job.not_found');
    return show(await this.follow.see(tenantId, id));
  }
}

/** A program that asks has the result; a person has it who asks for a file. What the console shows them may be looked at again. */
const purposeOf = ({ kind }: TenantCaller, file?: OutputFormat): Purpose => (kind === 'key' || file !== undefined ? 'fetch' : 'look');

const show = (job: SeenJob | undefined): Job => {
  if (!job) throw new Refusal('job.not_found');
  return showJob(job);
};
