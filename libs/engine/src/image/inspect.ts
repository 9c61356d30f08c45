import type { Metadata } from 'sharp';
import { Unreadable } from '../unreadable.js';
import { mediaTypeOf, type MediaType } from './media-type.js';
import { orientationOf, uprightSize } from './orientation.js';
import { openPage } from './pixels.js';

export interface ImageCaps {
  /** Of any one page. */
  maxPixels: number;
  maxPages: number;
}

export interface ImageHeader {
  mediaType: MediaType;
  /** Of the first page, upright. */
  width: number;
  height: number;
  pages: number;
  /** More than 1 for an animation, of which the first frame is read. */
  frames: number;
}

/** What the reader itself can hold: 15 bits along a side, and memory for about this many pixels. Past either it answers an empty page instead of an error. */
const [READER_SIDE_PX, READER_PIXELS] = [32_767, 100_000_000];

export const damaged = (mediaType: MediaType): Unreadable =>
  new Unreadable('corrupt', `The file begins as ${mediaType} and cannot be decoded: it is damaged or incomplete.`);

const checkSize = ({ width, height }: Metadata, page: number, caps: ImageCaps): void => {
  const check = (name: string, actual: number, max: number, what: string): void => {
    if (actual > max) throw new Unreadable('too_many_pixels', `Page ${page + 1} measures ${width} by ${height} pixels; at most ${max} ${what} are read.`, { name, max, actual });
  };
  check('max_pixels', width * height, Math.min(caps.maxPixels, READER_PIXELS), 'pixels a page');
  check('max_side_pixels', Math.max(width, height), READER_SIDE_PX, 'pixels a side');
};

/** Reads headers only and decodes nothing: a bomb of 30000 by 30000 pixels is refused for the price of a few hundred bytes. */
export const inspect = async (file: Uint8Array, caps: ImageCaps): Promise<ImageHeader> => {
  const mediaType = mediaTypeOf(file);
  const headerOf = (page: number): Promise<Metadata> =>
    openPage(file, page, false).metadata().catch(() => { throw damaged(mediaType); });

  const first = await headerOf(0);
  const count = first.pages ?? 1;
  const pages = mediaType === 'image/tiff' ? count : 1;
  if (pages > caps.maxPages) {
    throw new Unreadable('too_many_pages', `The file has ${pages} pages; at most ${caps.maxPages} are read.`, { name: 'max_pages', max: caps.maxPages, actual: pages });
  }
  checkSize(first, 0, caps);
  // Every page of a TIFF has a size of its own, so a small first page proves nothing about the second.
  for (let page = 1; page < pages; page++) checkSize(await headerOf(page), page, caps);

  return { mediaType, ...uprightSize(first.width, first.height, orientationOf(first.orientation)), pages, frames: mediaType === 'image/tiff' ? 1 : count };
};
