import type { Response } from 'express';

/** As a download: what a stranger put in is never shown as a page of ours. */
export const sendFile = (response: Response, { name, mediaType, bytes }: { name: string; mediaType: string; bytes: Uint8Array }): void => {
  response.set({ 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; sandbox" });
  response.send(bytes);
};
