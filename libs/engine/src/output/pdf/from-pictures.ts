import { PDFContext, PDFStreamWriter, type PDFRef } from '@cantoo/pdf-lib';
import type { OutputPage } from '../page.js';
import { deflated } from './deflated.js';
import { uprightPicture, uprightSheet } from './matrix.js';
import { placePicture, type PicturePart } from './picture.js';
import { TEXT_FONT, TextFont } from './text-font.js';
import { textLayer } from './text-layer.js';

const POINTS_PER_INCH = 72;
const A4_LONG_SIDE_INCHES = 11.69;
/** What readers of PDF take for a sheet. */
const [LEAST_POINTS, MOST_POINTS] = [3, 14_400];

/** A picture that does not say how large it is becomes a sheet as long as A4. */
const pointsPerPx = ({ width, height, dpi }: OutputPage): number => {
  const longSide = Math.max(width, height);
  const points = dpi === null ? A4_LONG_SIDE_INCHES * POINTS_PER_INCH : (longSide * POINTS_PER_INCH) / dpi;
  return Math.min(MOST_POINTS, Math.max(LEAST_POINTS, points)) / longSide;
};

const short = (value: number): string => String(Number(value.toFixed(4)));

const drawn = (parts: readonly PicturePart[], page: OutputPage, widthPt: number, heightPt: number): string => {
  const [a, b, c, d, e, f] = uprightPicture(widthPt, heightPt, page.rotation, page.mirrored);
  return parts
    .map(({ from, to }, index) => {
      const [share, low] = [to - from, 1 - to];
      return `q ${[a, b, c * share, d * share, e + c * low, f + d * low].map(short).join(' ')} cm /Picture${index} Do Q\n`;
    })
    .join('');
};

const pageOf = async (context: PDFContext, tree: PDFRef, page: OutputPage, file: Uint8Array, mediaType: string, font: TextFont, fontRef: PDFRef): Promise<PDFRef> => {
  const scale = pointsPerPx(page);
  const [widthPt, heightPt] = [page.width * scale, page.height * scale];
  const parts = await placePicture(context, file, mediaType, page.number - 1);
  const content = deflated(context, drawn(parts, page, widthPt, heightPt) + textLayer(page, uprightSheet(page.height, scale), font));
  const pictures = Object.fromEntries(parts.map(({ ref }, index) => [`Picture${index}`, ref]));
  return context.register(
    context.obj({
      Type: 'Page',
      Parent: tree,
      MediaBox: [0, 0, Number(short(widthPt)), Number(short(heightPt))],
      Resources: { XObject: pictures, Font: { [TEXT_FONT]: fontRef } },
      Contents: content,
    }),
  );
};

/** Pages of pictures as sheets that show them upright, with the text over them. */
export const fromPictures = async (file: Uint8Array, mediaType: string, pages: readonly OutputPage[]): Promise<Uint8Array> => {
  const context = PDFContext.create();
  const [tree, fontRef] = [context.nextRef(), context.nextRef()];
  const font = new TextFont();
  const refs: PDFRef[] = [];
  for (const page of pages) refs.push(await pageOf(context, tree, page, file, mediaType, font, fontRef));
  font.writeTo(context, fontRef);
  context.assign(tree, context.obj({ Type: 'Pages', Kids: refs, Count: refs.length }));
  context.trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', Pages: tree }));
  return PDFStreamWriter.forContext(context, Infinity).serializeToBuffer();
};
