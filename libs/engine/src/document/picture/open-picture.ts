import { choosePages } from '../chosen-pages.js';
import type { DocumentCaps, OpenDocument, OpenOptions } from '../document.js';
import type { PictureType } from '../media-type.js';
import { checkPageSize, pixelCap } from '../page-size.js';
import { decode } from './decode.js';
import { countPages, pictureHeader } from './picture-header.js';
import { tiffPages } from './tiff-pages.js';

/** A picture with one page or many. Every page of a TIFF has a size of its own, so each is checked when its turn comes. */
export const openPicture = async (file: Uint8Array, mediaType: PictureType, { pages }: OpenOptions, caps: DocumentCaps): Promise<OpenDocument> => {
  // A TIFF is counted as where it was let in, and the library sees one page of it at a time: it walks over all that it sees, for each.
  const tiff = mediaType === 'image/tiff' ? tiffPages(file) : null;
  const first = tiff ? null : await pictureHeader(file, mediaType, 1);
  const facts = { mediaType, ...countPages(mediaType, tiff?.sizes.length ?? first!.count) };
  return {
    facts,
    chosen: choosePages(pages, facts, caps.maxPages),
    page: async (number) => {
      const [bytes, at] = tiff ? [tiff.alone(number), 0] : [file, number - 1];
      const { width, height, dpi } = number === 1 && first ? first : await pictureHeader(bytes, mediaType, at + 1);
      checkPageSize(number, { width, height }, caps);
      return { number, embedded: [], hasPicture: true, width, height, dpi, picture: () => decode(bytes, number, pixelCap(caps), at) };
    },
    close: () => {},
  };
};
