import { once } from 'node:events';
import type { Response } from 'express';

/** Streams lines as they come. A reader that is slow slows the reading of the log down and fills no memory; one that is gone ends it. */
export const sendLines = async (response: Response, fileName: string, lines: AsyncIterable<string>): Promise<void> => {
  response.status(200).set({ 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Content-Disposition': `attachment; filename="${fileName}"`, 'Cache-Control': 'no-store' });
  for await (const line of lines) {
    if (response.destroyed) return;
    if (!response.write(line)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
};
