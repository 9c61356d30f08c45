import { createHash } from 'node:crypto';
import { decode } from './image/decode.js';
import { inspect, type ImageCaps } from './image/inspect.js';
import { engineLanguages } from './language.js';
import type { PageReading, Reading } from './reading.js';
import type { TextReader } from './reader/text-reader.js';
import { compose } from './text/compose.js';
import { pageConfidence } from './text/confidence.js';
import { togetherOnce } from './steps.js';

const digestOf = (code: string): string => engineLanguages.find((language) => language.code === code)?.sha256 ?? '';

/** The whole recipe: look at the header, then page by page decode, set upright, read, compose. Only one page is held at a time. */
export const read = async (file: Uint8Array, caps: ImageCaps, reader: TextReader): Promise<Reading> => {
  const header = await inspect(file, caps);
  const pages: PageReading[] = [];
  const steps: string[][] = [];
  for (let index = 0; index < header.pages; index++) {
    const image = await decode(file, index, header, caps);
    const found = await reader.read(image);
    const words = found.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
    const { width, height, dpi, orientation } = image;
    pages.push({ number: index + 1, width, height, dpi, ...orientation, confidence: pageConfidence(words), ...compose(found.blocks) });
    steps.push([...image.steps, ...found.steps]);
  }
  return {
    pages,
    recipe: {
      engine: reader.engine,
      languages: reader.codes.map((code) => ({ code, sha256: digestOf(code) })),
      psm: reader.psm,
      steps: togetherOnce(steps),
      inputSha256: createHash('sha256').update(file).digest('hex'),
    },
  };
};
