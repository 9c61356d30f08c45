import type { Response } from 'express';
import type { FilingFile } from '../model/filing.js';

/** As a download: what a stranger put in is never shown as a page of ours. */
export const sendFile = (response: Response, { file, bytes }: { file: FilingFile; bytes: Buffer }): void => {
  response.set({ 'Content-Type': file.mediaType, 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`, 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox" });
  response.send(bytes);
};
