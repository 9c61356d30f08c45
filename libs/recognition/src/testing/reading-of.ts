import type { Recognition } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';

/** A recognition that found these words on one page: all that a store or a ledger looks at. */
export const recognitionOf = (id: Id<'rec'>, words: string[], more: Partial<Recognition> = {}): Recognition => {
  const polygon: Recognition['pages'][number]['blocks'][number]['polygon'] = [[0, 0], [10, 0], [10, 10], [0, 10]];
  const text = words.join(' ');
  return {
    id,
    status: 'succeeded',
    request_id: 'req_1',
    created_at: '2026-11-22T04:00:00.000Z',
    tag: null,
    channel: 'api',
    languages: ['en'],
    text,
    confidence: 0.9,
    pages: [
      {
        number: 1,
        width: 100,
        height: 100,
        unit: 'px',
        dpi: null,
        rotation: 0,
        mirrored: false,
        text,
        confidence: 0.9,
        blocks: [{ type: 'text', polygon, lines: [{ text, polygon, words: words.map((word) => ({ text: word, polygon, confidence: 0.9, source: 'ocr', span: [0, word.length] })) }] }],
      },
    ],
    usage: { pages: 1, billed_pages: 1, billing: [{ page: 1, billed: true, reason: 'read' }] },
    recipe: { engine: 'scripted', languages: [], psm: 3, steps: [], input_sha256: '0' },
    duration_ms: 12,
    advisory: true,
    ...more,
  };
};
