import type { Lang } from '../words/author.js';
import { written, type Written } from './sample.js';

/** A program's window as the screen shows it: menus, a side bar, coloured buttons, small type at 96 dpi. */
export const screenshot = (lang: Lang, seed: number, isDark = false): Written => {
  const [ground, panel, ink, faint] = isDark ? ['#16181d', '#20242c', '#e6e6e6', '#8b94a3'] : ['#ffffff', '#f3f4f6', '#1f2937', '#6b7280'];
  return written({ widthPx: 1120, heightPx: 700, paper: ground }, lang, seed, ({ author, writer, pen }) => {
    const { buttons, labels, titles, people } = author.tongue;
    pen.fill(0, 0, 1120, 44, panel);
    writer.row(28, buttons.map((text, index) => ({ x: 20 + index * 96, text })), { fontPx: 15, ink: faint });
    pen.fill(0, 44, 220, 656, panel);
    author.shuffled(labels).slice(0, 11).forEach((label, index) => writer.say(22, 84 + index * 36, label, { fontPx: 15, ink: index === 2 ? '#3b82f6' : ink }));
    writer.say(252, 92, author.one(titles), { fontPx: 26, weight: 700, ink });
    let y = writer.flow(252, 130, 820, author.paragraph(3), { fontPx: 15, ink, leading: 1.6 }) + 10;
    for (let row = 0; row < 7; row++, y += 38) {
      if (row % 2 === 0) pen.fill(252, y - 24, 820, 38, panel);
      writer.row(y, [{ x: 268, text: author.code() }, { x: 460, text: author.one(people) }, { x: 700, text: author.date() }, { x: 1050, text: author.money(), style: { align: 'right' } }], { fontPx: 15, ink });
    }
    pen.fill(252, 630, 150, 40, '#2563eb');
    pen.fill(420, 630, 150, 40, '#dc2626');
    writer.row(656, [{ x: 327, text: buttons[3] ?? '' }, { x: 495, text: buttons[7] ?? '' }], { fontPx: 16, ink: '#fff', align: 'center' });
  });
};
