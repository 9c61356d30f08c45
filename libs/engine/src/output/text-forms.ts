import { asAlto } from './alto.js';
import { asHocr } from './hocr.js';
import { asMarkdown } from './markdown.js';
import { asText } from './text.js';
import { asTsv } from './tsv.js';

/** The forms of a result that are text and need nothing but its pages. */
export const textForms = { text: asText, markdown: asMarkdown, hocr: asHocr, alto: asAlto, tsv: asTsv } as const;
export type TextForm = keyof typeof textForms;
