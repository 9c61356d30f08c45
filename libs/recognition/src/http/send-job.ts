import { Refusal } from '@inkproof/contract';
import type { TenantCaller } from '@inkproof/identity';
import { tooLarge, type Answer } from '@inkproof/platform';
import type { AdmitJob } from '../actions/admit-job.js';
import type { FetchFile } from '../actions/fetch-file.js';
import type { SeenJob } from '../store/job-store.js';
import type { JobUpload } from './read-job-upload.js';
import { JOB_LIMIT } from './read-multipart.js';
import { showJob } from './show-job.js';
import type { Sent } from './take-upload.js';

const answer = (job: SeenJob): Answer => ({ status: 202, body: showJob(job) });

/** Turns what was sent into a job: fetches what is named by its address, has the job admitted, and answers with it. */
export class SendJob {
  constructor(
    private readonly fetchFile: FetchFile,
    private readonly admit: Pick<AdmitJob, 'for'>,
  ) {}

  async for({ caller, requestId }: { caller: TenantCaller; requestId: string }, sent: Sent<JobUpload>): Promise<Answer> {
    const { given, relied, plan, signal, onVerdict, keeping } = sent;
    const documents = await this.#files(sent);
    return answer(await this.admit.for({ caller, plan, requestId, documents, options: given.options, relied, signal, onVerdict, ...(keeping && { keeping: (job) => keeping(answer(job)) }) }));
  }

  /** What is fetched has passed no limit of the body, so it is counted here. */
  async #files({ given, plan, maxBytes, signal }: Sent<JobUpload>): Promise<{ file: Uint8Array; tag: string | null }[]> {
    const untilMs = performance.now() + plan.deadlineMs;
    const files = [];
    let totalBytes = 0;
    for (const { source, tag } of given.documents) {
      if (performance.now() > untilMs) throw new Refusal('image.not_fetched', `Not all files had come after ${plan.deadlineMs / 1_000} s. Name fewer of them in one job.`);
      const file = 'url' in source ? await this.fetchFile.for(source.url, plan.uploadMaxBytes, signal) : source.file;
      totalBytes += file.length;
      if (totalBytes > maxBytes) throw tooLarge(JOB_LIMIT, maxBytes);
      files.push({ file, tag });
    }
    return files;
  }
}
