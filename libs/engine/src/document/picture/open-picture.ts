import { choosePages } from '../chosen-pages.js';
import type { DocumentCaps, OpenDocument, OpenOptions } from '../document.js';
import type { PictureType } from '../media-type.js';
import { checkPageSize, pixelCap } from '../page-size.js';
import { decode } from './decode.js';
import { countPages, pictureHeader, type PictureHeader } from './picture-header.js';
import { tiffPages } from './tiff-pages.js';

/** A picture with one page or many. Every page of a TIFF has a size of its own, so each is checked when its turn comes. */
export const openPicture = async (file: Uint8Array, mediaType: PictureType, { pages }: OpenOptions, caps: DocumentCaps): Promise<OpenDocument> => {
  const header = (page: number): Promise<PictureHeader> => pictureHeader(file, mediaType, page);
  // A TIFF is counted as where it was let in, so that no page is asked for that was not there then; and its first page may be damaged by itself.
  const first = mediaType === 'image/tiff' ? null : await header(1);
  const facts = { mediaType, ...countPages(mediaType, first?.count ?? tiffPages(file).length) };
  return {
    facts,
    chosen: choosePages(pages, facts, caps.maxPages),
    page: async (number) => {
      const { width, height, dpi } = number === 1 && first ? first : await header(number);
      checkPageSize(number, { width, height }, caps);
      return { number, embedded: [], hasPicture: true, width, height, dpi, picture: () => decode(file, number, pixelCap(caps)) };
    },
    close: () => {},
  };
};
