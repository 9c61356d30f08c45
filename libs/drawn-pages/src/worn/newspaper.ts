import type { Lang } from '../words/author.js';
import { written, type Written } from './sample.js';
import { screened } from './screened.js';

/** A masthead, a headline over the whole width, three narrow columns with lines between them, and a grey picture in the middle one. */
export const newspaper = (lang: Lang, seed: number, fontPx = 21): Written =>
  written({ widthPx: 1080, heightPx: 1340, paper: '#fff' }, lang, seed, ({ author, writer, pen }) => {
    const face = lang === 'eng' ? 'letterpress' : 'serif';
    const [marginPx, gapPx] = [40, 26];
    const columnPx = (1080 - 2 * marginPx - 2 * gapPx) / 3;
    writer.say(540, 78, `${author.one(author.tongue.places)} ${author.one(author.tongue.titles)}`, { fontPx: 52, face, weight: 700, align: 'center' });
    pen.line(marginPx, 96, 1080 - marginPx, 96, 3);
    writer.row(120, [{ x: marginPx, text: author.date() }, { x: 1080 - marginPx, text: author.code(), style: { align: 'right' } }], { fontPx: 17, face });
    pen.line(marginPx, 132, 1080 - marginPx, 132, 1);
    const top = writer.flow(marginPx, 182, 1080 - 2 * marginPx, author.sentence(), { fontPx: 38, face, weight: 700, leading: 1.25 });
    for (let column = 0; column < 3; column++) {
      const x = marginPx + column * (columnPx + gapPx);
      if (column) pen.line(x - gapPx / 2, top - 24, x - gapPx / 2, 1310, 1, '#555');
      let y = top;
      if (column === 1) {
        screened(pen, x, y - 20, columnPx, 220, (u, v) => 0.25 + 0.55 * Math.abs(Math.sin(u * 5 + v * 3)) * (1 - v));
        y = writer.flow(x, y + 224, columnPx, author.sentence(), { fontPx: fontPx - 4, face, leading: 1.25 }) + 12;
      }
      while (y < 1310 - fontPx * 9) {
        y = writer.flow(x, y, columnPx, author.one(author.tongue.shouts), { fontPx: fontPx + 5, face, weight: 700, leading: 1.35 });
        y = writer.flow(x, y, columnPx, author.paragraph(2), { fontPx, face, leading: 1.28 }) + fontPx * 0.7;
      }
    }
  });
