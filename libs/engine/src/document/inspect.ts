import { readBmpHeader } from './bmp/bmp-header.js';
import { choosePages, type PageChoice } from './chosen-pages.js';
import type { DocumentCaps } from './document.js';
import { heicSize } from './heic/heic-size.js';
import { mediaTypeOf, type MediaType, type PictureType } from './media-type.js';
import { checkPageSize, pageOverCap, type PageSize } from './page-size.js';
import { mayBeEncrypted } from './pdf/may-be-encrypted.js';
import { countPages, pictureHeader } from './picture/picture-header.js';
import { pngSize } from './picture/png-size.js';
import { tiffPages } from './picture/tiff-pages.js';

/** What is known of a file without decoding anything, and without starting a reader. */
export type FileHeader =
  | {
      mediaType: Exclude<MediaType, 'application/pdf'>;
      /** Of the first page, upright; of a HEIC, as it is stored. */
      width: number;
      height: number;
      pages: number;
      /** More than 1 for an animation, of which the first frame is read unless more are asked for. */
      frames: number;
    }
  /** Its pages are counted where it is opened, which is in a reader process and nowhere else. */
  | { mediaType: 'application/pdf'; mayBeEncrypted: boolean };

/** Most pictures that programs send are PNG of one page, and most of their calls are short. */
const firstHeader = async (file: Uint8Array, mediaType: PictureType): Promise<PageSize & { count: number }> => {
  const size = mediaType === 'image/png' ? pngSize(file) : undefined;
  return size ? { ...size, count: 1 } : pictureHeader(file, mediaType, 1);
};

/**
 * Every page of a TIFF has a size of its own, so a small first page proves nothing about the second. One that may be read is
 * enough to let the file in: the others are refused where their turn comes, and cost it nothing.
 */
const inspectTiff = (file: Uint8Array, caps: DocumentCaps, choice: PageChoice): FileHeader => {
  const mediaType = 'image/tiff';
  const { sizes } = tiffPages(file);
  const counted = countPages(mediaType, sizes.length);
  const [first, ...others] = choosePages(choice, counted, caps.maxPages).map((page) => pageOverCap(page, sizes[page - 1]!, caps));
  if (first && others.every((refusal) => refusal)) throw first;
  return { mediaType, ...sizes[0]!, ...counted };
};

const inspectPicture = async (file: Uint8Array, mediaType: PictureType, caps: DocumentCaps, choice: PageChoice): Promise<FileHeader> => {
  const { width, height, count } = await firstHeader(file, mediaType);
  const counted = countPages(mediaType, count);
  choosePages(choice, counted, caps.maxPages);
  checkPageSize(1, { width, height }, caps);
  return { mediaType, width, height, ...counted };
};

const onePage = (mediaType: 'image/bmp' | 'image/heic', { width, height }: PageSize, caps: DocumentCaps, choice: PageChoice): FileHeader => {
  const counted = { pages: 1, frames: 1 };
  checkPageSize(1, { width, height }, caps);
  choosePages(choice, counted, caps.maxPages);
  return { mediaType, width, height, ...counted };
};

/** Reads headers only and decodes nothing, so that it may run where nothing may go wrong. A PDF is not looked into at all. */
export const inspect = async (file: Uint8Array, caps: DocumentCaps, choice?: PageChoice): Promise<FileHeader> => {
  const mediaType = mediaTypeOf(file);
  if (mediaType === 'application/pdf') return { mediaType, mayBeEncrypted: mayBeEncrypted(file) };
  if (mediaType === 'image/bmp') return onePage(mediaType, readBmpHeader(file), caps, choice);
  if (mediaType === 'image/heic') return onePage(mediaType, heicSize(file, caps), caps, choice);
  if (mediaType === 'image/tiff') return inspectTiff(file, caps, choice);
  return inspectPicture(file, mediaType, caps, choice);
};
