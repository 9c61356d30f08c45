import { engineLanguages } from '../language.js';
import { dataByLanguages, type ReaderFacts } from '../recipe.js';
import type { ReaderName } from '../reading.js';
import { NativeReader } from '../reader/native/native-reader.js';
import { PpocrReader } from '../reader/ppocr/ppocr-reader.js';
import { Readers, type ReaderStarts } from '../reader/readers.js';
import { TesseractReader } from '../reader/tesseract-reader.js';
import type { Orders } from './message.js';

/** One language, the other, both, and PP-OCR; the system's tesseract takes as many places again. */
const ROOM = 4;

/** The readers of this process: those it was ordered to have ready are, and of each there is enough to tell what it is. */
export const startReaders = async ({ warm, introduces, native, models, threads }: Orders): Promise<{ readers: Readers; facts: ReaderFacts[] }> => {
  const starts: ReaderStarts = { tesseract: (codes) => TesseractReader.start(codes, { threads }), ppocr: () => PpocrReader.start({ threads, ...(models !== null && { models }) }) };
  if (native) starts.native = (codes) => NativeReader.start(native.path, codes, native.folder);
  const readers = new Readers(starts, native ? 2 * ROOM : ROOM);
  for (const { reader, languages } of warm) await readers.take(reader, languages);
  const told = introduces ? readers.available : [];
  return { readers, facts: await Promise.all(told.map((name) => factsOf(name, readers, warm))) };
};

const factsOf = async (name: ReaderName, readers: Readers, warm: Orders['warm']): Promise<ReaderFacts> => {
  const languages = warm.find(({ reader }) => reader === name)?.languages ?? engineLanguages.slice(0, 1).map(({ code }) => code);
  const reader = await readers.take(name, languages);
  return { name, version: reader.version, data: dataByLanguages(reader) };
};
