import { sendStream } from '@inkproof/platform';
import type { Response } from 'express';
import type { JobEvent } from '../actions/follow-job.js';
import { showJob, showJobPage } from './show-job.js';

/** What was seen last; a stream that broke off goes on behind it. */
export const placeOf = (lastEventId: string | undefined): number => (/^\d{1,9}$/.test(lastEventId ?? '') ? Number(lastEventId) : 0);

const written = (event: JobEvent): string => {
  const data = event.kind === 'job' ? showJob(event.job) : showJobPage(event.page);
  return `id: ${event.place}\nevent: ${event.kind}\ndata: ${JSON.stringify(data)}\n\n`;
};

export const sendEvents = (response: Response, events: AsyncIterable<JobEvent | undefined>): Promise<void> => sendStream(response, events, written);
