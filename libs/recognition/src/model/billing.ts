import type { Recognition } from '@inkproof/contract';

type Billing = Recognition['usage']['billing'][number];

/** What a bill looks at. */
export interface BilledPage {
  number: number;
  blocks: readonly { lines: readonly { words: readonly { source: 'ocr' | 'embedded' }[] }[] }[];
}

const reasonOf = ({ blocks }: BilledPage): 'read' | 'embedded' | 'no_text' => {
  const words = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
  if (words.length === 0) return 'no_text';
  return words.every(({ source }) => source === 'embedded') ? 'embedded' : 'read';
};

/**
 * What each page costs and why. A page with text is billed, wherever the text came from: taking embedded words out of a
 * file and putting them in order is the service too, and the reason tells them apart. An empty page is not, and a test key
 * never bills. Pages that could not be read are not in the list at all.
 */
export const billPages = (pages: readonly BilledPage[], environment: 'live' | 'test'): Billing[] =>
  pages.map((page) => {
    if (environment === 'test') return { page: page.number, billed: false, reason: 'test_key' };
    const reason = reasonOf(page);
    return { page: page.number, billed: reason !== 'no_text', reason };
  });
