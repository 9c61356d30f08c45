import { choosePages } from '../chosen-pages.js';
import type { DocumentCaps, OpenDocument, OpenOptions } from '../document.js';
import type { PictureType } from '../media-type.js';
import { checkPageSize, pixelCap } from '../page-size.js';
import { decode } from './decode.js';
import { countPages, pictureHeader } from './picture-header.js';
import { tiffPages } from './tiff-pages.js';

/** A picture with one page or many. Every page of a TIFF has a size of its own, so each is checked when its turn comes. */
export const openPicture = async (file: Uint8Array, mediaType: PictureType, { pages }: OpenOptions, caps: DocumentCaps): Promise<OpenDocument> => {
  const first = await pictureHeader(file, mediaType, 1);
  // Counted as where it was let in, so that no page is asked for that was not there then.
  const facts = { mediaType, ...countPages(mediaType, mediaType === 'image/tiff' ? tiffPages(file).length : first.count) };
  return {
    facts,
    chosen: choosePages(pages, facts, caps.maxPages),
    page: async (number) => {
      const { width, height, dpi } = number === 1 ? first : await pictureHeader(file, mediaType, number);
      checkPageSize(number, { width, height }, caps);
      return { number, embedded: [], hasPicture: true, width, height, dpi, picture: () => decode(file, number, pixelCap(caps)) };
    },
    close: () => {},
  };
};
