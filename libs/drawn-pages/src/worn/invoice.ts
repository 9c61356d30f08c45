import type { Lang } from '../words/author.js';
import { written, type Written } from './sample.js';
import { stamp } from './stamp.js';

const LEFT_PX = 54;
const WIDTH_PX = 1080;
const COLUMNS = [0, 420, 560, 730, 972] as const;

/** A ruled table of services with a seal over part of it. Chinese ones are printed in brown and filled in blue or black. */
export const invoice = (lang: Lang, seed: number, rows = 6): Written =>
  written({ widthPx: WIDTH_PX, heightPx: 420 + rows * 48 + 160 }, lang, seed, ({ author, writer, pen }) => {
    const { invoice: words, receipt: heads, services, trades, people, places } = author.tongue;
    const printed = lang === 'eng' ? '#222' : '#8a4b2a';
    const right = WIDTH_PX - LEFT_PX;
    writer.say(WIDTH_PX / 2, 84, words.heading, { fontPx: 40, face: 'serif', weight: 700, ink: printed, align: 'center' });
    writer.row(140, [{ x: LEFT_PX, text: `${words.number} ${author.digits(8)}` }, { x: right, text: `${words.issued} ${author.date()}`, style: { align: 'right' } }], { fontPx: 22 });
    writer.row(184, [{ x: LEFT_PX, text: `${words.to} ${author.one(people)}` }, { x: right, text: `${words.due} ${author.date()}`, style: { align: 'right' } }], { fontPx: 22 });
    writer.say(LEFT_PX, 228, `${author.one(trades)} ${author.one(places)} 0${author.digits(3)}-${author.digits(7)}`, { fontPx: 20, ink: '#444' });
    const top = 262;
    const bottom = top + 48 * (rows + 2);
    for (let y = top; y <= bottom; y += 48) pen.line(LEFT_PX, y, right, y, 1.5, printed);
    for (const [index, x] of COLUMNS.entries()) pen.line(LEFT_PX + x, top, LEFT_PX + x, index === 0 || index === 4 ? bottom : bottom - 48, 1.5, printed);
    const cells = (y: number, texts: readonly string[], ink: string, weight: 400 | 700 = 400): void =>
      writer.row(y, texts.map((text, index) => (index === 0 ? { x: LEFT_PX + 12, text } : { x: LEFT_PX + (COLUMNS[index + 1] ?? 0) - 12, text, style: { align: 'right' as const } })), { fontPx: 21, ink, weight });
    cells(top + 32, [heads.item, heads.quantity, heads.price, heads.amount], printed, 700);
    const lines = author.shuffled(services).slice(0, rows);
    lines.forEach((service, row) => cells(top + 48 * (row + 1) + 32, [service, String(author.between(1, 40)), author.money(900), author.money(9000)], '#15204a'));
    writer.row(bottom - 16, [{ x: LEFT_PX + 12, text: heads.total }, { x: right - 12, text: author.money(60_000), style: { align: 'right' } }], { fontPx: 24, weight: 700 });
    writer.flow(LEFT_PX, bottom + 44, 620, author.paragraph(2), { fontPx: 18, leading: 1.4, ink: '#333' });
    stamp(pen, 800, bottom - 10, words.stamp, { radiusPx: 84 });
  });
