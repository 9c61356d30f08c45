import { choosePages } from './chosen-pages.js';
import type { DocumentCaps, DocumentPage, OpenDocument, OpenOptions, PagePicture } from './document.js';
import type { MediaType } from './media-type.js';
import { checkPageSize } from './page-size.js';

interface OnePage {
  mediaType: MediaType;
  width: number;
  height: number;
  dpi: number | null;
  picture: () => Promise<PagePicture>;
}

/** A picture of one page, once its header is known. */
export const onePageDocument = ({ mediaType, width, height, dpi, picture }: OnePage, { pages }: OpenOptions, caps: DocumentCaps): OpenDocument => {
  const facts = { mediaType, pages: 1, frames: 1 };
  checkPageSize(1, { width, height }, caps);
  const page: DocumentPage = { number: 1, embedded: [], hasPicture: true, width, height, dpi, picture };
  return { facts, chosen: choosePages(pages, facts, caps.maxPages), page: async () => page, close: () => {} };
};
