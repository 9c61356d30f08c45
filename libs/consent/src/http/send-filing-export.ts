import { pipeline } from 'node:stream/promises';
import type { Actor } from '@inkproof/audit';
import type { Response } from 'express';
import type { BundleFiling } from '../actions/bundle-filing.js';
import type { AskedDay, GatherFiling } from '../actions/gather-filing.js';
import { showFilingExport } from './show-filing-export.js';

/** Everything about a filing on a day, as JSON or as a ZIP that is made while it is sent. */
export class SendFilingExport {
  constructor(
    private readonly gather: GatherFiling,
    private readonly bundle: BundleFiling,
    private readonly provider: string,
  ) {}

  async to(response: Response, asked: AskedDay, by: Actor): Promise<void> {
    const gathered = await this.gather.for(asked, by);
    const shown = showFilingExport(gathered, this.provider);
    response.set('Cache-Control', 'private, no-store');
    if (asked.format === 'json') return void response.json(shown);
    const stream = await this.bundle.stream(asked.asking, gathered, shown);
    response.set({ 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${shown.filing.name} ${shown.day}.zip`)}` });
    await pipeline(stream, response).catch((error: NodeJS.ErrnoException) => {
      // Whoever hung up wants no more of it.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
    });
  }
}
