import type { TenantCaller } from '@inkproof/identity';
import type { Answer } from '@inkproof/platform';
import type { AdmitJob } from '../actions/admit-job.js';
import type { FetchFile } from '../actions/fetch-file.js';
import type { SeenJob } from '../store/job-store.js';
import type { JobUpload } from './read-job-upload.js';
import { showJob } from './show-job.js';
import type { Sent } from './take-upload.js';

const answer = ({ record, position }: SeenJob): Answer => ({ status: 202, body: showJob(record, position) });

/** Turns what was sent into a job: fetches what is named by its address, has the job admitted, and answers with it. */
export class SendJob {
  constructor(
    private readonly fetchFile: FetchFile,
    private readonly admit: AdmitJob,
  ) {}

  async for({ caller, requestId }: { caller: TenantCaller; requestId: string }, { given, plan, signal, onVerdict, keeping }: Sent<JobUpload>): Promise<Answer> {
    const documents = [];
    for (const { source, tag } of given.documents) documents.push({ tag, file: 'url' in source ? await this.fetchFile.for(source.url, plan.uploadMaxBytes, signal) : source.file });
    return answer(await this.admit.for({ caller, plan, requestId, documents, options: given.options, signal, onVerdict, ...(keeping && { keeping: (job) => keeping(answer(job)) }) }));
  }
}
