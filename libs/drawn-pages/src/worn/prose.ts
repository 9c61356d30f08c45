import type { Face } from '../fonts.js';
import type { Lang } from '../words/author.js';
import { written, type Written } from './sample.js';

export interface Prose {
  face?: Face;
  fontPx?: number;
  widthPx?: number;
  heightPx?: number;
  columns?: number;
  leading?: number;
  spacingPx?: number;
  ink?: string;
  paper?: string;
  hasTitle?: boolean;
}

/** A title and paragraphs until the sheet is full, in one column or several; the columns are read one after another. */
export const prose = (lang: Lang, seed: number, look: Prose = {}): Written => {
  const { face = 'serif', fontPx = 24, widthPx = 900, heightPx = 1100, columns = 1, leading = 1.5, spacingPx = 0, ink = '#111', paper = '#fff', hasTitle = true } = look;
  return written({ widthPx, heightPx, paper }, lang, seed, ({ author, writer }) => {
    const marginPx = fontPx * 2;
    const gapPx = fontPx * 1.1;
    const columnPx = (widthPx - 2 * marginPx - gapPx * (columns - 1)) / columns;
    const style = { fontPx, face, leading, spacingPx, ink };
    let top = marginPx + fontPx;
    if (hasTitle) {
      writer.say(marginPx, top + fontPx * 0.6, author.one(author.tongue.titles), { ...style, fontPx: fontPx * 1.8, weight: 700 });
      top += fontPx * 3;
    }
    for (let column = 0; column < columns; column++) {
      let y = top;
      while (y < heightPx - marginPx - fontPx * leading * 4) y = writer.flow(marginPx + column * (columnPx + gapPx), y, columnPx, author.paragraph(2), style) + fontPx * 0.5;
    }
  });
};
