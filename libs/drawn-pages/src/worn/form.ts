import type { Lang } from '../words/author.js';
import { written, type Written } from './sample.js';
import { screened } from './screened.js';
import { stamp } from './stamp.js';

const WIDTH_PX = 960;
const ROW_PX = 62;

/** An office form: a small printed label in the corner of each box, an answer typed into it that does not quite keep the line, some boxes greyed, and a stamp. */
export const form = (lang: Lang, seed: number, rows = 11): Written =>
  written({ widthPx: WIDTH_PX, heightPx: 260 + rows * ROW_PX + 190 }, lang, seed, ({ author, writer, pen }) => {
    const { form: words, labels, people, places } = author.tongue;
    const left = 56;
    const width = WIDTH_PX - 2 * left;
    writer.say(WIDTH_PX / 2, 80, words.heading, { fontPx: 40, face: 'serif', weight: 700, align: 'center' });
    writer.row(126, [{ x: left, text: words.note }, { x: WIDTH_PX - left, text: author.code(), style: { align: 'right', face: 'typewriter', fontPx: 22 } }], { fontPx: 20 });
    const answers = [() => author.one(people), () => author.date(), () => author.money(90_000), () => author.one(places), () => `${author.digits(4)} ${author.digits(4)} ${author.digits(3)}`, () => author.code()];
    const names = author.shuffled(labels);
    screened(pen, left, 140, width, 12, () => 0.3, 4);
    for (let row = 0, field = 0; row < rows; row++) {
      const y = 152 + row * ROW_PX;
      const parts = 1 + (author.next() < 0.65 ? 1 : 0);
      for (let part = 0; part < parts; part++, field++) {
        const x = left + (width / parts) * part;
        if (author.next() < 0.25) screened(pen, x, y, width / parts, ROW_PX, () => 0.09, 4);
        pen.canvas.strokeStyle = '#222';
        pen.canvas.lineWidth = 1.6;
        pen.canvas.strokeRect(x, y, width / parts, ROW_PX);
        writer.say(x + 8, y + 21, `${field + 1}. ${names[field % names.length] ?? ''}`, { fontPx: 17 });
        const answer = answers[author.between(0, answers.length - 1)]?.() ?? '';
        writer.say(x + 24 + author.between(0, 40), y + 51 + author.between(-3, 4), answer, { fontPx: 26, face: 'typewriter', ink: '#222' });
      }
    }
    const below = 152 + rows * ROW_PX + 34;
    writer.flow(left, below, width, author.paragraph(2), { fontPx: 20, face: 'serif', leading: 1.4 });
    stamp(pen, WIDTH_PX - 190, below + 60, words.stamp, { ink: 'rgba(60,60,70,0.6)' });
    writer.say(left, below + 118, `${author.date()}  ${author.one(people)}`, { fontPx: 26, face: 'typewriter' });
  });
