import { noise } from '@inkproof/drawn-pages';
import { typeset, type SetPage } from './typeset.js';

/** What a reader or a damaged file may say: markup, controls, halves of pairs, any script, either direction. */
const PIECES = ['a', 'Zz', '9.', '1)', '-', '#', '##', '*', '_', '`', '```', '[x](y)', '<b>', '&amp;', '&', '"', "'", '|', '~~', '\\', '>', '=', '---', ']]>', '<!--', '\u0000', '\u0007', '\u001b', '\u0085', '\u2028', '\ud800', '\udc00', '\ufffe', '\uffff', '中', '，', '𠮷', '😀', 'שלום', 'مرحبا', '\u202e', '\u00ad', 'é', 'e\u0301', 'ﬁ', '•', '(', ')', '%', '$&'];

/** A page whose words say anything at all; the places are those of a page that was set. */
export const anyText = (seed: number): SetPage => {
  const next = noise(seed);
  const pick = (): string => PIECES[Math.floor(next() * PIECES.length)] ?? '';
  const page = typeset(600, 400, [
    { x: 40, y: 20, lines: ['one two three', 'four five', 'six seven eight'] },
    { x: 40, y: 220, lines: ['nine ten', 'eleven'] },
  ]);
  let at = 0;
  for (const { lines } of page.blocks) {
    for (const line of lines) {
      line.words.forEach((word) => {
        word.text = Array.from({ length: 1 + Math.floor(next() * 3) }, pick).join('');
        const length = [...word.text].length;
        word.span = [at, at + length];
        at += length + 1;
      });
      line.text = line.words.map(({ text }) => text).join(' ');
    }
  }
  page.text = page.blocks.map(({ lines }) => lines.map(({ text }) => text).join('\n')).join('\n\n');
  return page;
};
