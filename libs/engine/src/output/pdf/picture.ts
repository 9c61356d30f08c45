import { PDFRawStream, type PDFContext, type PDFRef } from '@cantoo/pdf-lib';
import { deflated } from './deflated.js';
import { group4, type Group4 } from './group4.js';
import { plainJpeg, type PlainJpeg } from './jpeg.js';
import { plainPng, type PlainPng } from './png.js';
import { storeAnew } from './stored-anew.js';
import { jpegOfTiff } from './tiff-jpeg.js';

/** A part of a picture, from top to bottom as shares of its height. */
export interface PicturePart {
  ref: PDFRef;
  from: number;
  to: number;
}

const space = (channels: 1 | 3 | 4): string => (channels === 1 ? 'DeviceGray' : channels === 3 ? 'DeviceRGB' : 'DeviceCMYK');

/** What PDF's dictionaries are written from. */
type Entry = number | string | PDFRef | Entry[] | { [name: string]: Entry };

const image = (context: PDFContext, bytes: Uint8Array, entries: Readonly<Record<string, Entry>>): PDFRef =>
  context.register(PDFRawStream.of(context.obj({ Type: 'XObject', Subtype: 'Image', ...entries, Length: bytes.byteLength }), bytes));

const whole = (ref: PDFRef): PicturePart[] => [{ ref, from: 0, to: 1 }];

const placeJpeg = (context: PDFContext, file: Uint8Array, { width, height, channels, isInverted }: PlainJpeg): PicturePart[] =>
  whole(image(context, file, { Width: width, Height: height, BitsPerComponent: 8, ColorSpace: space(channels), Filter: 'DCTDecode', ...(isInverted && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }) }));

const placePng = (context: PDFContext, { width, height, bits, channels, palette, rows }: PlainPng): PicturePart[] => {
  const colours = palette ? ['Indexed', 'DeviceRGB', palette.length / 3 - 1, deflated(context, palette)] : space(channels);
  const rules = { Predictor: 15, Colors: channels, BitsPerComponent: bits, Columns: width };
  return whole(image(context, rows, { Width: width, Height: height, BitsPerComponent: bits, ColorSpace: colours, Filter: 'FlateDecode', DecodeParms: rules }));
};

const placeGroup4 = (context: PDFContext, { width, height, isInverted, strips }: Group4): PicturePart[] => {
  let at = 0;
  return strips.map((strip) => {
    const rules = { K: -1, Columns: width, Rows: strip.height };
    const ref = image(context, strip.code, { Width: width, Height: strip.height, BitsPerComponent: 1, ColorSpace: 'DeviceGray', Filter: 'CCITTFaxDecode', DecodeParms: rules, ...(isInverted && { Decode: [1, 0] }) });
    const from = at / height;
    at += strip.height;
    return { ref, from, to: at / height };
  });
};

/** Puts one page of a picture file, counted from 0, into a PDF, as its bytes came wherever PDF knows their code. */
export const placePicture = async (context: PDFContext, file: Uint8Array, mediaType: string, page: number): Promise<PicturePart[]> => {
  const jpeg = mediaType === 'image/jpeg' ? file : mediaType === 'image/tiff' ? jpegOfTiff(file, page) : null;
  const facts = jpeg && plainJpeg(jpeg);
  if (facts) return placeJpeg(context, jpeg, facts);
  const png = mediaType === 'image/png' ? plainPng(file) : null;
  if (png) return placePng(context, png);
  const fax = mediaType === 'image/tiff' ? group4(file, page) : null;
  if (fax) return placeGroup4(context, fax);
  const anew = await storeAnew(file, mediaType, page);
  return 'png' in anew ? placePng(context, anew.png) : placeJpeg(context, anew.jpeg, anew.facts);
};
