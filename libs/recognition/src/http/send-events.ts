import type { Response } from 'express';
import { once } from 'node:events';
import type { JobEvent } from '../actions/follow-job.js';
import { showJob, showJobPage } from './show-job.js';

/** What was seen last; a stream that broke off goes on behind it. */
export const placeOf = (lastEventId: string | undefined): number => (/^\d{1,9}$/.test(lastEventId ?? '') ? Number(lastEventId) : 0);

const written = (event: JobEvent): string => {
  const data = event.kind === 'job' ? showJob(event.job.record, event.job.position) : showJobPage(event.page);
  return `id: ${event.place}\nevent: ${event.kind}\ndata: ${JSON.stringify(data)}\n\n`;
};

/** Resolves when it takes more, or never will. A stream that is slow for long leaves nobody listening behind. */
const drained = async (response: Response): Promise<void> => {
  const settled = new AbortController();
  try {
    await Promise.race(['drain', 'close'].map((event) => once(response, event, { signal: settled.signal })));
  } finally {
    settled.abort();
  }
};

/** Server-sent events, as the HTML standard has them. A reader that is slow slows the stream down and fills no memory. No proxy may hold them back to compress them. */
export const sendEvents = async (response: Response, events: AsyncIterable<JobEvent | undefined>): Promise<void> => {
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-store, no-transform', 'X-Accel-Buffering': 'no', Connection: 'keep-alive' });
  response.flushHeaders();
  for await (const event of events) {
    if (response.destroyed) return;
    if (!response.write(event ? written(event) : ': still here\n\n')) await drained(response);
  }
  response.end();
};
