import type { TextStyle } from '../sheet.js';
import type { Lang } from '../words/author.js';
import { written, type Written } from './sample.js';

const WIDTH_PX = 560;
const MARGIN_PX = 26;

/** A till's strip of paper: dotted lines, prices at the right, one type. Goods and their prices stand on the same line and are read so. */
export const receipt = (lang: Lang, seed: number, { fontPx = 25, items = 9 }: { fontPx?: number; items?: number } = {}): Written =>
  written({ widthPx: WIDTH_PX, heightPx: Math.round(fontPx * (20 + items * 1.55)) }, lang, seed, ({ author, writer, pen }) => {
    const style: TextStyle = { fontPx, face: lang === 'eng' ? 'typewriter' : 'sans' };
    const { receipt: words, goods, trades, people } = author.tongue;
    const rightPx = WIDTH_PX - MARGIN_PX;
    const stepPx = fontPx * 1.45;
    let y = fontPx * 2.2;
    const line = (left: string, right: string, own: TextStyle = {}): void => {
      writer.row(y, [{ x: MARGIN_PX, text: left }, { x: rightPx, text: right, style: { align: 'right' } }], { ...style, ...own });
      y += stepPx;
    };
    const rule = (): void => {
      for (let x = MARGIN_PX; x < rightPx; x += 9) pen.line(x, y - fontPx * 0.5, x + 4, y - fontPx * 0.5, 2);
      y += stepPx * 0.8;
    };
    writer.say(WIDTH_PX / 2, y, author.one(trades), { ...style, fontPx: fontPx * 1.4, weight: 700, align: 'center' });
    y += stepPx * 1.2;
    writer.say(WIDTH_PX / 2, y, `${author.one(author.tongue.places)} 0${author.digits(3)}-${author.digits(7)}`, { ...style, align: 'center' });
    y += stepPx;
    line(author.date(), `${author.between(8, 21)}:${author.between(10, 59)}:${author.between(10, 59)}`);
    line(words.cashier, author.one(people));
    rule();
    for (const name of author.shuffled(goods).slice(0, items)) line(`${author.between(1, 4)} x ${name}`, author.money(60));
    rule();
    line(words.total, author.money(400), { weight: 700, fontPx: fontPx * 1.25 });
    line(words.tax, author.money(40));
    line(words.cash, author.money(500));
    line(words.change, author.money(20));
    rule();
    writer.say(WIDTH_PX / 2, y, words.thanks, { ...style, align: 'center', fontPx: fontPx * 0.9 });
    y += stepPx;
    writer.say(WIDTH_PX / 2, y, `${author.digits(4)} ${author.digits(4)} ${author.digits(4)}`, { ...style, align: 'center' });
  });
