import { drawSheet, type TextStyle } from '@inkproof/drawn-pages';
import type { Block, Line, PageReading, Polygon, Word } from '../../reading.js';

const TAB_PX = 240;

/** A block of text as a spec sets it: its lines under one another. Words are what spaces part, or a `|` where no space is meant; a tab leads to the next column. */
export interface SetBlock extends Pick<TextStyle, 'fontPx' | 'weight'> {
  x: number;
  y: number;
  lines: readonly string[];
  /** Distance of two lines, in sizes of the font. */
  leading?: number;
  type?: Block['type'];
  level?: number;
  table?: Block['table'];
}

export type SetPage = PageReading & { png: Buffer };

/** Draws blocks of text and answers the picture together with what a reader that makes no mistakes would read on it. */
export const typeset = (widthPx: number, heightPx: number, setBlocks: readonly SetBlock[], facts: Partial<PageReading> = {}): SetPage => {
  const blocks: Block[] = [];
  let text = '';
  let length = 0;
  const say = (part: string): void => {
    text += part;
    length += [...part].length;
  };
  const png = drawSheet({ widthPx, heightPx }, (pen) => {
    for (const { x, y, lines, leading = 1.5, fontPx = 28, weight = 400, type = 'text', level, table } of setBlocks) {
      if (text) say('\n\n');
      const block: Block = { type, polygon: around([]), lines: [], ...(level && { level }), ...(table && { table }) };
      lines.forEach((source, index) => {
        if (index > 0) say('\n');
        const line: Line = { text: source.replaceAll('|', '').replaceAll('\t', ' '), polygon: around([]), words: [] };
        let at = x;
        for (const part of source.split(/([ |\t]+)/)) {
          if (/^[ |\t]*$/.test(part)) {
            const gap = part.replaceAll('|', '').replaceAll('\t', ' ');
            say(gap && ' ');
            at = part.includes('\t') ? x + Math.ceil((at - x + 1) / TAB_PX) * TAB_PX : at + pen.canvas.measureText(gap).width;
            continue;
          }
          const baseline = y + fontPx * (1 + leading * index);
          pen.text(at, baseline, part, { fontPx, weight });
          const ink = pen.canvas.measureText(part);
          const begin = length;
          say(part);
          const box: Polygon = box4(at - ink.actualBoundingBoxLeft, baseline - ink.actualBoundingBoxAscent, at + ink.actualBoundingBoxRight, baseline + ink.actualBoundingBoxDescent);
          line.words.push({ text: part, polygon: box, confidence: 0.95, source: 'ocr', span: [begin, length] });
          at += ink.width;
        }
        line.text = line.text.replace(/ +/g, ' ').trim();
        line.polygon = around(line.words);
        block.lines.push(line);
      });
      block.polygon = around(block.lines);
      blocks.push(block);
    }
  });
  const quality = { sharpness: null, contrast: null, textHeightPx: null, warnings: [] };
  const recipe = { reader: null, why: 'set by a spec', languages: [], steps: [] };
  return { number: 1, width: widthPx, height: heightPx, dpi: 200, rotation: 0, mirrored: false, skew: 0, quality, text, confidence: 0.95, blocks, recipe, ...facts, png };
};

const box4 = (left: number, top: number, right: number, bottom: number): Polygon => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];

const around = (items: readonly Pick<Word, 'polygon'>[]): Polygon => {
  const corners = items.flatMap(({ polygon }) => polygon);
  if (corners.length === 0) return box4(0, 0, 0, 0);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return box4(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
};
