import { PDFDocument, PDFName, degrees, type PDFPage } from '@cantoo/pdf-lib';
import type { Rotation } from '../../reading.js';
import type { OutputPage } from '../page.js';
import { deflated } from './deflated.js';
import { turnedSheet, type Sheet } from './matrix.js';
import { TEXT_FONT, TextFont } from './text-font.js';
import { textLayer } from './text-layer.js';

/** What viewers show of a page: the crop box as far as there is paper. */
const shown = (page: PDFPage): Sheet => {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()];
  const [left, bottom] = [Math.max(media.x, crop.x), Math.max(media.y, crop.y)];
  const [right, top] = [Math.min(media.x + media.width, crop.x + crop.width), Math.min(media.y + media.height, crop.y + crop.height)];
  return right > left && top > bottom ? { left, bottom, width: right - left, height: top - bottom } : { left: media.x, bottom: media.y, width: media.width, height: media.height };
};

const quarter = (angle: number): Rotation => ((((Math.round(angle / 90) * 90) % 360) + 360) % 360) as Rotation;

const isRecognised = ({ source }: { source: string }): boolean => source === 'ocr';

const hasNewText = ({ blocks }: OutputPage): boolean => blocks.some(({ lines }) => lines.some(({ words }) => words.some(isRecognised)));

/**
 * The document as it came, with what was recognised laid over its pages; words it already had are not said twice.
 * A page that was read lying on its side is turned upright. Its own bytes stay as they are and the additions follow them,
 * unless it was encrypted: then it is written anew, without encryption, because all who could open it know its password.
 */
export const fromPdf = async (file: Uint8Array, pages: readonly OutputPage[], password?: string): Promise<Uint8Array> => {
  const document = await PDFDocument.load(file, { updateMetadata: false, forIncrementalUpdate: true, parseSpeed: Infinity, ...(password !== undefined && { password }) });
  const { context } = document;
  const added = pages.filter(hasNewText);
  if (added.length === 0 && !context.isDecrypted) return file;
  const [font, fontRef] = [new TextFont(), context.nextRef()];
  for (const page of added) {
    const sheet = document.getPage(page.number - 1);
    const rotation = quarter(sheet.getRotation().angle + page.rotation);
    const content = textLayer(page, turnedSheet(page, shown(sheet), rotation), font, isRecognised);
    sheet.node.setFontDictionary(PDFName.of(TEXT_FONT), fontRef);
    sheet.node.addContentStream(deflated(context, `q\n${content}Q\n`));
    if (page.rotation !== 0) sheet.setRotation(degrees(rotation));
  }
  font.writeTo(context, fontRef);
  return document.save({ addDefaultPage: false, updateFieldAppearances: false, rewrite: context.isDecrypted });
};
