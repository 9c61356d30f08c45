import type { Lang } from '../words/author.js';
import { written, type Written } from './sample.js';

const inks = [
  { ground: '#1d3557', band: '#e63946', light: '#f1faee', dark: '#0b1a2b' },
  { ground: '#f4d35e', band: '#0d3b66', light: '#fffdf4', dark: '#3a2c00' },
  { ground: '#2d6a4f', band: '#ffb703', light: '#ffffff', dark: '#10291e' },
  { ground: '#f8edeb', band: '#9d0208', light: '#ffffff', dark: '#370617' },
] as const;

const isPale = (colour: string): boolean => Number.parseInt(colour.slice(1, 3), 16) > 160;

/** Huge beside tiny, light on dark beside dark on light: what breaks any rule that holds one size and one paper for a page. */
export const poster = (lang: Lang, seed: number): Written =>
  written({ widthPx: 900, heightPx: 1240, paper: inks[seed % inks.length]?.ground ?? '#fff' }, lang, seed, ({ author, writer, pen }) => {
    const { ground, band, light, dark } = inks[seed % inks.length] ?? inks[0];
    const onGround = isPale(ground) ? dark : light;
    const { titles, shouts, places, trades } = author.tongue;
    const big = lang === 'eng' ? 92 : 150;
    const bottom = writer.flow(60, 60 + big, 800, author.one(titles), { fontPx: big, weight: 700, ink: onGround, leading: 1.1 });
    pen.fill(0, bottom - big * 0.5, 900, 120, band);
    const said = author.shuffled(shouts);
    writer.say(450, bottom - big * 0.5 + 78, said[0] ?? '', { fontPx: 56, weight: 700, ink: isPale(band) ? dark : light, align: 'center' });
    let y = bottom + 150;
    for (const shout of said.slice(1, 4)) {
      writer.say(60, y, shout, { fontPx: 44, ink: onGround, face: 'serif' });
      y += 74;
    }
    pen.fill(60, y - 20, 780, 250, light);
    writer.flow(90, y + 30, 720, author.paragraph(3), { fontPx: 22, ink: dark, leading: 1.5 });
    writer.row(1130, [{ x: 60, text: author.date() }, { x: 840, text: author.one(places), style: { align: 'right' } }], { fontPx: 40, weight: 700, ink: onGround });
    writer.say(60, 1190, `${author.one(trades)} 0${author.digits(3)}-${author.digits(7)}`, { fontPx: 20, ink: onGround });
  });
