import type { DocumentPage, EmbeddedLine } from '../document/document.js';
import { openDocument } from '../document/open-document.js';
import { Readers } from '../reader/readers.js';
import type { ReadOptions } from '../reading.js';
import { ScriptedReader } from './scripted-reader.js';

export const caps = { maxPixels: 40_000_000, maxPages: 10 };
export const asked: ReadOptions = { languages: ['eng'], reader: 'tesseract', pages: null };

/** The first page of a file, with text that its author put there if the spec wants some. */
export const pageOf = async (file: Uint8Array, embedded: EmbeddedLine[] = [], hasPicture = true): Promise<DocumentPage> => {
  const page = await (await openDocument(file, {}, caps)).page(1);
  return { ...page, embedded, hasPicture };
};

/** Readers of which only this one is there, whatever name it goes by. */
export const only = (reader: ScriptedReader): Readers => new Readers({ [reader.name]: () => Promise.resolve(reader) });
