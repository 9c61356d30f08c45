import type { GreyImage } from '../image/grey-image.js';

/** A page in cells of a quarter em, 1 where there is text. Ruled lines are left out. */
export interface InkGrid {
  columns: number;
  rows: number;
  cells: Uint8Array;
}

const INK_BELOW = 150;
const [RULE_ACROSS_EM, RULE_DOWN_EM] = [5, 4];
const INK_OF_A_CELL = 2;

/** Blanks runs that no letter has: across, those of five em; down, whole columns that hold a run of four. */
const withoutRules = ({ width, height, grey }: GreyImage, emPx: number): Uint8Array => {
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    let from = 0;
    for (let x = 0; x <= width; x++) {
      if (x < width && (grey[y * width + x] as number) < INK_BELOW) continue;
      if (x > from && x - from < RULE_ACROSS_EM * emPx) ink.fill(1, y * width + from, y * width + x);
      from = x + 1;
    }
  }
  const runs = new Uint32Array(width);
  const isRule = new Uint8Array(width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const run = (runs[x] = ink[y * width + x] ? (runs[x] as number) + 1 : 0);
      if (run > RULE_DOWN_EM * emPx) isRule[x] = 1;
    }
  }
  for (let x = isRule.indexOf(1); x >= 0; x = isRule.indexOf(1, x + 1)) for (let at = x; at < ink.length; at += width) ink[at] = 0;
  return ink;
};

export const inkGrid = (image: GreyImage, emPx: number): InkGrid => {
  const cell = Math.max(1, emPx / 4);
  const [columns, rows] = [Math.ceil(image.width / cell), Math.ceil(image.height / cell)];
  const counts = new Uint32Array(columns * rows);
  const ink = withoutRules(image, emPx);
  const columnOf = new Uint32Array(image.width);
  for (let x = 0; x < image.width; x++) columnOf[x] = Math.floor(x / cell);
  for (let y = 0, at = 0; y < image.height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < image.width; x++, at++) if (ink[at] === 1) (counts[row + (columnOf[x] as number)] as number)++;
  }
  // Loops throughout: the array methods that take a function for each element take ten times as long.
  const cells = new Uint8Array(counts.length);
  for (let at = 0; at < cells.length; at++) if ((counts[at] as number) >= INK_OF_A_CELL) cells[at] = 1;
  return { columns, rows, cells };
};
