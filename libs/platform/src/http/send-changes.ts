import type { Response } from 'express';

/** Whoever lost the line comes back so soon. */
const RETRY_MS = 1_000;

/**
 * Server-sent events that say that something changed and nothing of what: whoever hears one asks for what they may see. No proxy
 * may hold them back to compress them.
 */
export const sendChanges = async (response: Response, changes: AsyncIterable<Date | undefined>): Promise<void> => {
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache, no-store, no-transform', 'X-Accel-Buffering': 'no', Connection: 'keep-alive' });
  response.write(`retry: ${RETRY_MS}\n\n`);
  for await (const at of changes) {
    if (response.destroyed) return;
    response.write(at ? `id: ${at.getTime()}\nevent: changed\ndata: {"at":"${at.toISOString()}"}\n\n` : ': still here\n\n');
  }
  response.end();
};
