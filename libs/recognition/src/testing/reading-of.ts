import type { Recognition } from '@inkproof/contract';
import type { Reading } from '@inkproof/engine';
import type { Id } from '@inkproof/kernel';
import { describe } from '../model/describe.js';

/** A reading that found these words on one page. */
export const readingOf = (words: readonly string[]): Reading => {
  const polygon: Reading['pages'][number]['blocks'][number]['polygon'] = [[0, 0], [10, 0], [10, 10], [0, 10]];
  const text = words.join(' ');
  return {
    document: { mediaType: 'image/png', pages: 1, frames: 1 },
    pages: [
      {
        number: 1,
        width: 100,
        height: 100,
        dpi: null,
        rotation: 0,
        mirrored: false,
        skew: 0,
        quality: { sharpness: null, contrast: null, textHeightPx: null, warnings: [] },
        text,
        confidence: words.length ? 0.9 : null,
        blocks: words.length ? [{ type: 'text', polygon, lines: [{ text, polygon, words: words.map((word) => ({ text: word, polygon, confidence: 0.9, source: 'ocr', span: [0, word.length] })) }] }] : [],
        recipe: { reader: 'tesseract', why: 'it was asked for', languages: ['eng'], steps: [] },
      },
    ],
    failedPages: [],
    recipe: { version: 1, engines: [{ reader: 'tesseract', version: 'scripted' }], data: [], inputSha256: '0' },
  };
};

/** A recognition that found these words on one page: all that a store or a ledger looks at. */
export const recognitionOf = (id: Id<'rec'>, words: readonly string[], more: Partial<Recognition> = {}): Recognition => ({
  ...describe(readingOf(words), {
    id,
    requestId: 'req_1',
    jobId: null,
    createdAt: new Date('2026-11-22T04:00:00.000Z'),
    tag: null,
    channel: 'api',
    environment: 'live',
    languages: ['en'],
    retention: { kept: 'none', until: null },
    durationMs: 12,
  }),
  ...more,
});
