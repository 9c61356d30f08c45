import { READER_PIXELS, READER_SIDE_PX } from '../image/reader-limits.js';
import { Unreadable } from '../unreadable.js';
import type { DocumentCaps } from './document.js';

export interface PageSize {
  width: number;
  height: number;
}

/** The pixels a page may have under these caps. */
export const pixelCap = ({ maxPixels }: Pick<DocumentCaps, 'maxPixels'>): number => Math.min(maxPixels, READER_PIXELS);

/** The refusal of a page, counted from 1, that is larger than what is read. */
export const pageOverCap = (page: number, { width, height }: PageSize, caps: Pick<DocumentCaps, 'maxPixels'>): Unreadable | undefined => {
  const over = (name: string, actual: number, max: number, what: string): Unreadable | undefined =>
    actual > max ? new Unreadable('too_many_pixels', `Page ${page} measures ${width} by ${height} pixels; at most ${max} ${what} are read. Send it smaller.`, { name, max, actual }) : undefined;
  return over('max_pixels', width * height, pixelCap(caps), 'pixels a page') ?? over('max_side_pixels', Math.max(width, height), READER_SIDE_PX, 'pixels a side');
};

/** Refuses it. Asked before anything of its size is set aside. */
export const checkPageSize = (page: number, size: PageSize, caps: Pick<DocumentCaps, 'maxPixels'>): void => {
  const refusal = pageOverCap(page, size, caps);
  if (refusal) throw refusal;
};
