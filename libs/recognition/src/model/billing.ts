import type { Recognition } from '@inkproof/contract';

type Billing = Recognition['usage']['billing'][number];

/** What each page costs and why: a page with text is billed, an empty one is not, and a test key never bills. */
export const billPages = (pages: readonly { number: number; blocks: readonly unknown[] }[], environment: 'live' | 'test'): Billing[] =>
  pages.map(({ number, blocks }) => {
    if (environment === 'test') return { page: number, billed: false, reason: 'test_key' };
    return blocks.length ? { page: number, billed: true, reason: 'read' } : { page: number, billed: false, reason: 'no_text' };
  });
