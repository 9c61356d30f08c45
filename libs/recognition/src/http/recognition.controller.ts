import { Controller, Inject, Req, Res } from '@nestjs/common';
import { SigningKey, type Actor } from '@inkproof/audit';
import { api, Refusal, type DeletionCertificate, type OutputFormat, type Recognition, type RecognitionSummary } from '@inkproof/contract';
import { ActingBy, CalledByTenant, type TenantCaller } from '@inkproof/identity';
import { pageOf, type Id } from '@inkproof/kernel';
import { Answers, Given, hangUpOf, match, type Answer } from '@inkproof/platform';
import { EraseOne, showCertificate, StillThere } from '@inkproof/retention';
import type { Request, Response } from 'express';
import { FetchFile } from '../actions/fetch-file.js';
import { FindOutput } from '../actions/find-output.js';
import { Recognise } from '../actions/recognise.js';
import { RecognitionStore } from '../store/recognition-store.js';
import { readUpload, type Upload } from './read-upload.js';
import { SendJob } from './send-job.js';
import { formatAsked, sendResult } from './send-result.js';
import { TakeUpload, type Form, type Sender, type Sent, type UploadRequest } from './take-upload.js';

const CreateQuery = api.recognitions.create.query!.pick({ async: true });

/** Whether the caller would rather have a job now than the result later. */
const wantsJob = ({ query: { async } }: Request): boolean => match(CreateQuery, { async }).async === true;

const oneFile: Form<Upload> = {
  maxBytes: ({ uploadMaxBytes }) => uploadMaxBytes,
  read: readUpload,
  parts: ({ source, options }) => ({ sources: [source], options }),
};

@Controller()
export class RecognitionController {
  constructor(
    @Inject(TakeUpload) private readonly takeUpload: TakeUpload,
    @Inject(Recognise) private readonly recognise: Recognise,
    @Inject(SendJob) private readonly sendJob: SendJob,
    @Inject(FetchFile) private readonly fetchFile: FetchFile,
    @Inject(FindOutput) private readonly findOutput: FindOutput,
    @Inject(RecognitionStore) private readonly recognitions: RecognitionStore,
    @Inject(EraseOne) private readonly eraseOne: EraseOne,
    @Inject(SigningKey) private readonly key: SigningKey,
  ) {}

  @Answers(api.recognitions.create)
  create(@CalledByTenant() caller: TenantCaller, @Req() request: UploadRequest, @Res({ passthrough: true }) response: Response): Promise<unknown> {
    const isJob = wantsJob(request);
    return this.takeUpload.for({ caller, request, response }, oneFile, (sent) => (isJob ? this.#send({ caller, request, response }, sent) : this.#read({ caller, request, response }, sent)));
  }

  #send({ caller, request }: Sender, { given: { source, options }, ...sent }: Sent<Upload>): Promise<Answer> {
    return this.sendJob.for({ caller, requestId: request.id }, { ...sent, given: { documents: [{ source, tag: null }], options } });
  }

  async #read({ caller, request, response }: Sender, { given: { source, options }, relied, plan, signal, onVerdict, keeping }: Sent<Upload>): Promise<Answer> {
    const file = 'url' in source ? await this.fetchFile.for(source.url, plan.uploadMaxBytes, signal) : source.file;
    const answer = (body: Recognition): Answer => ({ status: 200, body });
    const recognition = await this.recognise.for({ caller, plan, requestId: request.id, file, options, relied, signal, onVerdict, ...(keeping && { keeping: (body) => keeping(answer(body)) }) });
    // W3C Server-Timing: a caller can tell the reading from the network, and from what we add.
    response.set('Server-Timing', `read;dur=${recognition.duration_ms}, total;dur=${(performance.now() - (request.arrivedMs ?? 0)).toFixed(1)}`);
    return answer(recognition);
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
    @Given.query(api.recognitions.find.query) { format }: { format?: OutputFormat },
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    sendResult(response, id, await this.findOutput.for(tenantId, id, formatAsked(request, format), hangUpOf(response)));
  }

  @Answers(api.recognitions.erase)
  async erase(@CalledByTenant() { tenantId }: TenantCaller, @Given.params(api.recognitions.erase.params) { id }: { id: Id<'rec'> }, @ActingBy() by: Actor): Promise<DeletionCertificate> {
    const certificate = await this.eraseOne.for(tenantId, 'recognition', id, by).catch((error: unknown) => {
      throw error instanceof StillThere ? new Refusal('deletion.not_verified', 'It is erased and out of reach, and the storage has not let go of its bytes yet. Ask again for the certificate.') : error;
    });
    if (!certificate) throw new Refusal('recognition.not_found');
    return showCertificate(certificate, certificate.key === this.key.id ? this.key.publicKey : undefined);
  }
}
