import type { OutputPage } from './page.js';

/** All pages, a form feed between two, as a printer would want them. */
export const asText = (pages: readonly Pick<OutputPage, 'text'>[]): string => pages.map(({ text }) => text).join('\f');
