import { Unreadable } from '../../unreadable.js';
import { choosePages } from '../chosen-pages.js';
import { damaged } from '../damaged.js';
import type { DocumentCaps, DocumentPage, OpenDocument, OpenOptions } from '../document.js';
import { UPRIGHT } from '../orientation.js';
import { pageMissing } from '../page-ranges.js';
import { pixelCap } from '../page-size.js';
import { statedDpi } from '../resolution.js';
import { composeLines } from './compose-lines.js';
import { pageCharacters } from './page-characters.js';
import { pageContents } from './page-contents.js';
import { pageGeometry } from './page-geometry.js';
import { PdfFile } from './pdf-file.js';
import { inReadingOrder } from './reading-order.js';
import { renderPage } from './render-page.js';
import { renderingSize, type PlacedPicture } from './rendering-size.js';

/** A picture inside the document is decoded whole, however small it is shown, so it is held to the same cap as one sent by itself. */
const checkPictures = (page: number, pictures: readonly PlacedPicture[], caps: DocumentCaps): void => {
  const max = pixelCap(caps);
  const bomb = pictures.find(({ widthPx, heightPx }) => widthPx * heightPx > max);
  if (!bomb) return;
  const { widthPx, heightPx } = bomb;
  throw new Unreadable('too_many_pixels', `Page ${page} holds a picture of ${widthPx} by ${heightPx} pixels; at most ${max} pixels are read. Send it smaller.`, { name: 'max_pixels', max, actual: widthPx * heightPx });
};

const readPage = (file: PdfFile, number: number, caps: DocumentCaps): DocumentPage =>
  file.withPage(number, (page) => {
    const geometry = pageGeometry(file, page);
    const { widthPt, heightPt } = geometry;
    const contents = pageContents(file, page, widthPt * heightPt);
    checkPictures(number, contents.pictures, caps);
    const { width, height, dpi: exactDpi } = renderingSize(number, widthPt, heightPt, contents.pictures, caps);
    const { characters, isGarbage } = pageCharacters(file, page, contents, geometry, width, height);
    const dpi = statedDpi(exactDpi);
    return {
      number,
      embedded: inReadingOrder(composeLines(characters)),
      hasPicture: contents.hasPicture || isGarbage,
      width,
      height,
      dpi,
      picture: async () => ({
        ...file.withPage(number, (again) => renderPage(file, again, number, width, height)),
        dpi,
        orientation: UPRIGHT,
        steps: [{ name: 'render', settings: { format: 'pdf', page: number, dpi: Math.round(exactDpi * 100) / 100 } }],
      }),
    };
  });

/** A PDF: its text as its author wrote it, and its pages rendered when somebody asks for the picture. */
export const openPdf = async (bytes: Uint8Array, { password, pages }: OpenOptions, caps: DocumentCaps): Promise<OpenDocument> => {
  let file = await PdfFile.open(bytes, password);
  try {
    if (file.pages < 1) throw damaged('application/pdf');
    const facts = { mediaType: 'application/pdf', pages: file.pages, frames: 1 };
    return {
      facts,
      chosen: choosePages(pages, facts, caps.maxPages),
      page: async (number) => {
        if (number < 1 || number > facts.pages) throw pageMissing(number, facts.pages);
        // One page that was too much is no reason to give up the others.
        if (file.isBroken) file = await PdfFile.open(bytes, password);
        return readPage(file, number, caps);
      },
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
};
