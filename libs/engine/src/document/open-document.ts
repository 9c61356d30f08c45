import { openBmp } from './bmp/open-bmp.js';
import type { DocumentCaps, OpenDocument, OpenOptions } from './document.js';
import { openHeic } from './heic/open-heic.js';
import { mediaTypeOf } from './media-type.js';
import { openPdf } from './pdf/open-pdf.js';
import { openPicture } from './picture/open-picture.js';

/**
 * Opens any file we read. Everything that can be refused without decoding is refused here: what it is, its size, its pages, its password.
 * To be called in a reader process: some of the decoders may not come back from a hostile file.
 */
export const openDocument = async (file: Uint8Array, options: OpenOptions, caps: DocumentCaps): Promise<OpenDocument> => {
  const mediaType = mediaTypeOf(file);
  if (mediaType === 'application/pdf') return openPdf(file, options, caps);
  if (mediaType === 'image/bmp') return openBmp(file, options, caps);
  if (mediaType === 'image/heic') return openHeic(file, options, caps);
  return openPicture(file, mediaType, options, caps);
};
