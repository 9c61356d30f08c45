import { Controller, Inject, Req, Res } from '@nestjs/common';
import { api, Refusal, type Recognition, type RecognitionSummary } from '@inkproof/contract';
import { CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Config, Given, type TimedRequest } from '@inkproof/platform';
import { QuotaStore, rateLimitFields } from '@inkproof/quota';
import type { Request, Response } from 'express';
import { Recognise } from '../actions/recognise.js';
import { busy } from '../model/refusals.js';
import { UploadBudget } from '../model/upload-budget.js';
import { RecognitionStore } from '../store/recognition-store.js';
import { readUpload } from './read-upload.js';

@Controller()
export class RecognitionController {
  constructor(
    @Inject(Recognise) private readonly recognise: Recognise,
    @Inject(RecognitionStore) private readonly recognitions: RecognitionStore,
    @Inject(QuotaStore) private readonly quotas: QuotaStore,
    @Inject(UploadBudget) private readonly budget: UploadBudget,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Answers(api.recognitions.create)
  async create(@CalledByTenant() caller: TenantCaller, @Req() request: TimedRequest & { id: string }, @Res({ passthrough: true }) response: Response): Promise<Recognition> {
    const hangUp = new AbortController();
    if (response.destroyed) hangUp.abort();
    response.once('close', () => response.writableFinished || hangUp.abort());
    let told = false;
    const tell = (left: Parameters<typeof rateLimitFields>[0]) => {
      told = true;
      if (!response.headersSent) response.set(rateLimitFields(left));
    };
    const { maxBytes } = this.config.uploads;
    const letGo = this.budget.hold(Math.min(Number(request.headers['content-length'] ?? maxBytes) || maxBytes, maxBytes));
    try {
      if (!letGo) throw busy();
      const { file, options } = await readUpload(request, maxBytes);
      const recognition = await this.recognise.for({ caller, requestId: request.id, file, options, signal: hangUp.signal, onVerdict: tell });
      // W3C Server-Timing: a caller can tell the reading from the network, and from what we add.
      response.set('Server-Timing', `read;dur=${recognition.duration_ms}, total;dur=${(performance.now() - (request.arrivedMs ?? 0)).toFixed(1)}`);
      return recognition;
    } catch (error) {
      // A call that was turned away before the quota was asked still learns what is left of it.
      if (!told) await this.quotas.look(caller.tenantId).then(tell, () => {});
      throw error;
    } finally {
      letGo?.();
    }
  }

  @Answers(api.recognitions.list)
  async list(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.query(api.recognitions.list.query) { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<{ items: RecognitionSummary[]; next_cursor: string | null }> {
    const { items, nextCursor } = pageOf(await this.recognitions.list(tenantId, { below: cursor, size: limit + 1 }), limit);
    return { items, next_cursor: nextCursor };
  }

  @Answers(api.recognitions.find)
  async find(
    @CalledByTenant() { tenantId }: TenantCaller,
    @Given.params(api.recognitions.find.params) { id }: { id: Id<'rec'> },
    @Given.query(api.recognitions.find.query) { format }: { format?: 'json' | 'text' },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const recognition = await this.recognitions.find(tenantId, id);
    // Another tenant's recognition and none answer alike, or the answer would tell which ids exist.
    if (!recognition) throw new Refusal('recognition.not_found');
    const asText = format ? format === 'text' : request.accepts(['application/json', 'text/plain']) === 'text/plain';
    if (asText) response.type('text/plain').send(recognition.text);
    else response.json(recognition);
  }
}
