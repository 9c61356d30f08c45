import { damaged } from '../damaged.js';
import type { PictureType } from '../media-type.js';
import { orientationOf, uprightSize, type Orientation } from '../orientation.js';
import { statedDpi } from '../resolution.js';
import { openPixels } from './pixels.js';

/** What one page of a picture says of itself before anything is decoded. */
export interface PictureHeader {
  /** Upright. */
  width: number;
  height: number;
  dpi: number | null;
  orientation: Orientation;
  /** In the whole file: pages of a TIFF, frames of an animation. */
  count: number;
}

/** Reads the header of one page, counted from 1: a bomb of 30000 by 30000 pixels is known for the price of a few hundred bytes. */
export const pictureHeader = async (file: Uint8Array, mediaType: PictureType, page: number): Promise<PictureHeader> => {
  const { width, height, density, orientation: tag, pages } = await openPixels(file, page - 1, false)
    .metadata()
    .catch(() => { throw damaged(mediaType); });
  const orientation = orientationOf(tag);
  return { ...uprightSize(width, height, orientation), dpi: statedDpi(density), orientation, count: pages ?? 1 };
};

/** Pages of a TIFF are pages of a document; everything else that moves is an animation. */
export const countPages = (mediaType: PictureType, count: number): { pages: number; frames: number } => ({ pages: count, frames: mediaType === 'image/tiff' ? 1 : count });
