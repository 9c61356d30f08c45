'use client';
import { api, Job } from '@inkproof/contract';
import { browserApi } from '../../browser-api';
import { hasEnded } from '../jobs/has-ended';

const WAIT_SECONDS = 20;

/** Asks until the job has ended, each time waiting for its answer. */
const poll = async (job: Job, signal: AbortSignal, onChange: (job: Job) => void): Promise<Job> => {
  let seen = job;
  while (!hasEnded(seen.status)) {
    seen = await browserApi(api.jobs.find, { params: { id: job.id }, query: { wait: WAIT_SECONDS }, signal });
    onChange(seen);
  }
  return seen;
};

/** Follows a job to its end by its stream of events; where no stream gets through, by asking. Rejects when called off. */
export const watchJob = (job: Job, signal: AbortSignal, onChange: (job: Job) => void): Promise<Job> => {
  if (hasEnded(job.status)) return Promise.resolve(job);
  return new Promise<Job>((resolve, reject) => {
    const stream = new EventSource(`/v1/jobs/${job.id}/events`);
    const end = (settle: () => void) => {
      stream.close();
      settle();
    };
    signal.addEventListener('abort', () => end(() => reject(new DOMException('Cancelled', 'AbortError'))));
    stream.addEventListener('job', (event: MessageEvent<string>) => {
      const seen = Job.parse(JSON.parse(event.data));
      onChange(seen);
      if (hasEnded(seen.status)) end(() => resolve(seen));
    });
    stream.addEventListener('error', () => end(() => poll(job, signal, onChange).then(resolve, reject)));
  });
};
