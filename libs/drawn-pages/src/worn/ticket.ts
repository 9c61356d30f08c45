import type { Lang } from '../words/author.js';
import { written, type Written } from './sample.js';

/** A ticket or a card: little text in several sizes on a coloured, patterned ground. */
export const ticket = (lang: Lang, seed: number): Written =>
  written({ widthPx: 860, heightPx: 480, paper: '#cfe4ea' }, lang, seed, ({ author, writer, pen }) => {
    for (let wave = 0; wave < 36; wave++) {
      pen.canvas.strokeStyle = wave % 2 ? 'rgba(240,150,150,0.35)' : 'rgba(120,170,200,0.35)';
      pen.canvas.lineWidth = 2;
      pen.canvas.beginPath();
      for (let x = 0; x <= 860; x += 12) pen.canvas.lineTo(x, wave * 14 + 9 * Math.sin(x / 50 + wave));
      pen.canvas.stroke();
    }
    const { ticket: words, places, people } = author.tongue;
    writer.row(54, [{ x: 40, text: author.code(), style: { ink: '#b3203a' } }, { x: 820, text: words.heading, style: { align: 'right' } }], { fontPx: 24 });
    const [from, to] = author.shuffled(places);
    writer.row(130, [{ x: 60, text: from ?? '' }, { x: 430, text: `${author.one(['G', 'D', 'K'])}${author.digits(3)}`, style: { align: 'center', fontPx: 32 } }, { x: 800, text: to ?? '', style: { align: 'right' } }], { fontPx: 46, weight: 700 });
    pen.line(340, 142, 520, 142, 3);
    writer.row(168, [{ x: 60, text: words.from }, { x: 800, text: words.to, style: { align: 'right' } }], { fontPx: 19, ink: '#345' });
    writer.row(228, [{ x: 60, text: `${author.date()} ${author.between(6, 22)}:${author.between(10, 59)}` }, { x: 800, text: `${words.coach} ${author.between(1, 16)}  ${words.seat} ${author.between(1, 90)}F`, style: { align: 'right' } }], { fontPx: 28 });
    writer.row(284, [{ x: 60, text: author.money(900) }, { x: 800, text: author.one(people), style: { align: 'right' } }], { fontPx: 30 });
    writer.say(60, 342, `${author.digits(6)}********${author.digits(4)}`, { fontPx: 28 });
    writer.say(430, 404, words.note, { fontPx: 20, align: 'center', ink: '#234' });
    writer.say(60, 450, `${author.digits(9)}${author.code()}`, { fontPx: 22 });
  });
