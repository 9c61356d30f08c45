import type { FilingContent } from './filing.js';

type Terms = Pick<FilingContent, 'purpose' | 'method' | 'categories'>;

const plainly = (words: string | null): string => (words ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim();
const asSet = (categories: readonly string[]): string => [...categories].sort().join(' ');

/** Whether people who agreed to one have to agree to the other anew: its purpose, method or categories differ (PIPL art. 14). */
export const needsReconsent = (before: Terms, after: Terms): boolean => plainly(before.purpose) !== plainly(after.purpose) || plainly(before.method) !== plainly(after.method) || asSet(before.categories) !== asSet(after.categories);
