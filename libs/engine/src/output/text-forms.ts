import { asAlto } from './alto.js';
import { asHocr } from './hocr.js';
import { asMarkdown } from './markdown.js';
import type { OutputPage } from './page.js';
import { asText } from './text.js';
import { asTsv } from './tsv.js';

/** The forms of a result that are text and need nothing but its pages. */
export const textForms = { text: asText, markdown: asMarkdown, hocr: asHocr, alto: asAlto, tsv: asTsv } as const;
export type TextForm = keyof typeof textForms;

/** The same of a result that is kept as JSON and has `pages`. */
export const textFormOf = (form: TextForm, result: Uint8Array): string => {
  const { pages } = JSON.parse(new TextDecoder().decode(result)) as { pages: OutputPage[] };
  return textForms[form](pages);
};
