import { once } from 'node:events';
import type { Response } from 'express';

/** Resolves when it takes more, or never will. A stream that is slow for long leaves nobody listening behind. */
const drained = async (response: Response): Promise<void> => {
  const settled = new AbortController();
  try {
    await Promise.race(['drain', 'close'].map((event) => once(response, event, { signal: settled.signal })));
  } finally {
    settled.abort();
  }
};

/**
 * Server-sent events, as the HTML standard has them; undefined stands for a sign of life. A reader that is slow slows the
 * stream down and fills no memory. No proxy may hold them back to compress them.
 */
export const sendStream = async <Event>(response: Response, events: AsyncIterable<Event | undefined>, written: (event: Event) => string, { opening }: { opening?: string } = {}): Promise<void> => {
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-store, no-transform', 'X-Accel-Buffering': 'no', Connection: 'keep-alive' });
  response.flushHeaders();
  if (opening) response.write(opening);
  for await (const event of events) {
    if (response.destroyed) return;
    if (!response.write(event === undefined ? ': still here\n\n' : written(event))) await drained(response);
  }
  response.end();
};
