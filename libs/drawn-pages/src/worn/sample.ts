import { drawCanvas, type Pen, type Sheet } from '../sheet.js';
import { asSharp, rasterOf, type Raster } from '../wear/raster.js';
import { worn, type Wear } from '../wear/wear.js';
import { Author, type Lang } from '../words/author.js';
import { Writer } from '../words/writer.js';

/** A sheet with what is written on it. */
export interface Written {
  raster: Raster;
  truth: string;
}

/** A picture file with what one would have to read off it. */
export interface Drawn {
  file: Buffer;
  truth: string;
}

export interface Desk {
  author: Author;
  writer: Writer;
  pen: Pen;
}

export const written = (sheet: Sheet, lang: Lang, seed: number, write: (desk: Desk) => void): Written => {
  let truth = '';
  const canvas = drawCanvas(sheet, (pen) => {
    const writer = new Writer(pen);
    write({ author: new Author(lang, seed), writer, pen });
    truth = writer.truth;
  });
  return { raster: rasterOf(canvas), truth };
};

/** JPEG for what came through a camera or a messenger, PNG for the rest. */
export type Packing = { png: true } | { jpegQuality: number };

export const wornOut = async ({ raster, truth }: Written, seed: number, wears: readonly Wear[], packing: Packing = { jpegQuality: 82 }): Promise<Drawn> => {
  const picture = asSharp(await worn(raster, seed, wears));
  return { file: await ('png' in packing ? picture.png({ compressionLevel: 3 }) : picture.jpeg({ quality: packing.jpegQuality })).toBuffer(), truth };
};
