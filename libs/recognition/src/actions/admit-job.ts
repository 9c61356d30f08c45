import type { Reliance } from '@inkproof/consent';
import { Refusal, type OutputFormat, type RecognitionOptions } from '@inkproof/contract';
import { engineLanguages, type DocumentCaps } from '@inkproof/engine';
import type { Ids } from '@inkproof/kernel';
import type { Admit, Knock, Plan } from '@inkproof/quota';
import { engineOptions } from '../model/engine-options.js';
import { refusalFor } from '../model/refusals.js';
import { askedToKeep } from '../model/retention.js';
import type { SeenJob } from '../store/job-store.js';
import type { Admitted, OpenJob } from './open-job.js';
import type { Readers } from './readers.js';

/** One job as it came in. */
export interface JobCall extends Knock {
  plan: Plan;
  documents: { file: Uint8Array; tag: string | null }[];
  options: RecognitionOptions;
  /** What permits it to hold personal information; absent where it declares none. */
  relied?: Reliance | undefined;
  signal: AbortSignal;
  keeping?: Admitted['keeping'];
}

/** Checks every file of a job, then admits it as one call, then writes it down. */
export class AdmitJob {
  constructor(
    private readonly admit: Pick<Admit, 'job'>,
    private readonly readers: Readers,
    private readonly open: OpenJob,
    private readonly ids: Ids,
  ) {}

  async for(call: JobCall): Promise<SeenJob> {
    const { caller, plan, requestId, options } = call;
    const read = engineOptions(options, engineLanguages, this.readers.installed());
    const caps: DocumentCaps = { maxPixels: plan.pageMaxPixels, maxPages: plan.jobMaxPages };
    if (call.documents.length > plan.jobMaxDocuments)
      throw new Refusal('request.invalid', `One job takes ${plan.jobMaxDocuments} documents. Send the rest as another job.`, { errors: [{ field: 'documents', message: `may hold ${plan.jobMaxDocuments}` }] });
    const checked = [];
    for (const [i, document] of call.documents.entries()) checked.push({ ...document, ...(await this.#check(call, caps, read.password, document.file, i)) });
    await this.open.assertRoom(caller.tenantId, checked.map(({ file }) => file));

    const id = this.ids.next('job');
    const admission = await this.admit.job(call, id, checked.reduce((sum, { pages }) => sum + pages.length, 0));
    const outputs: OutputFormat[] = options.outputs ?? [];
    const documents: Admitted['documents'] = checked.map(({ file, tag, pages }) => ({ file, tag, pages: pages.length }));
    const asked: Admitted['asked'] = { read, pages: checked.map(({ pages }) => pages), caps, readingsAtOnce: plan.readingsAtOnce, outputs, retention: askedToKeep(options.retention, caller) };
    return this.open.for({ id, caller, requestId, tag: options.tag ?? null, documents, asked, admission, relied: call.relied, ...(call.keeping && { keeping: call.keeping }) });
  }

  async #check({ caller, options, signal, documents }: JobCall, caps: DocumentCaps, password: string | undefined, file: Uint8Array, index: number): Promise<{ pages: readonly number[] }> {
    try {
      return await this.readers.open({ file, pages: options.pages, caps, lane: caller.tenantId, signal, ...(password !== undefined && { password }) });
    } catch (error) {
      const refusal = refusalFor(error);
      // Of several files the one that is wrong is named.
      if (refusal instanceof Refusal && documents.length > 1) throw new Refusal(refusal.code, `Document ${index + 1}: ${refusal.message}`, { ...refusal.extras, errors: [{ field: `documents.${index}`, message: refusal.message }] });
      throw refusal;
    }
  }
}
