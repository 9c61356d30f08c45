import { histogramOf, percentile } from './histogram.js';
import type { GreyImage } from './grey-image.js';

/** The grey of the paper, cell by cell. */
export interface Light {
  columns: number;
  rows: number;
  levels: Uint8Array;
}

/** Of paper in the brightest light; what is darker than this share of it is a picture, a bar or a desk, and stays dark. */
const DARKEST_PAPER = 0.45;
const PAPER_SHARE = 0.85;

const cellLevel = (image: GreyImage, left: number, top: number, cell: number): number => {
  const counts = new Uint32Array(256);
  const [right, low] = [Math.min(image.width, left + cell), Math.min(image.height, top + cell)];
  for (let y = top; y < low; y++) for (let x = left; x < right; x++) (counts[image.grey[y * image.width + x] as number] as number)++;
  return percentile(counts, PAPER_SHARE);
};

/** Each cell the most (or the least) of the nine around it. */
const spread = ({ columns, rows, levels }: Light, pick: (...levels: number[]) => number): Light => {
  const out = new Uint8Array(levels.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let level = levels[row * columns + column] as number;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) level = pick(level, levels[y * columns + x] as number);
      out[row * columns + column] = level;
    }
  }
  return { columns, rows, levels: out };
};

/** What the paper looks like without its ink: in each cell the grey that most of it is lighter than, with letters larger than a cell closed over. */
export const lightOf = (image: GreyImage, cell: number): Light => {
  const [columns, rows] = [Math.ceil(image.width / cell), Math.ceil(image.height / cell)];
  const levels = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) levels[row * columns + column] = cellLevel(image, column * cell, row * cell, cell);
  return spread(spread({ columns, rows, levels }, Math.max), Math.min);
};

/** In greys: how far the lighter parts of the paper stand from the darker ones. What is too dark to be paper is left out. */
export const unevenness = ({ columns, rows, levels }: Light): number => {
  const counts = histogramOf({ width: columns, height: rows, grey: levels });
  const brightest = percentile(counts, 0.95);
  const paper = counts.map((count, level) => (level < brightest * DARKEST_PAPER ? 0 : count));
  return brightest - percentile(paper, 0.1);
};

/** The picture as if one light lay on all of it. */
export const evened = (image: GreyImage, cell: number): GreyImage => {
  const { columns, rows, levels } = lightOf(image, cell);
  const brightest = percentile(histogramOf({ width: columns, height: rows, grey: levels }), 0.95);
  const darkest = Math.max(1, brightest * DARKEST_PAPER);
  const grey = new Uint8Array(image.grey.length);
  const line = new Float64Array(columns);
  for (let y = 0; y < image.height; y++) {
    const down = Math.min(rows - 1, Math.max(0, (y + 0.5) / cell - 0.5));
    const [above, below] = [Math.floor(down), Math.min(rows - 1, Math.floor(down) + 1)];
    const part = down - above;
    for (let column = 0; column < columns; column++) line[column] = Math.max(darkest, (levels[above * columns + column] as number) * (1 - part) + (levels[below * columns + column] as number) * part);
    for (let x = 0; x < image.width; x++) {
      const across = Math.min(columns - 1, Math.max(0, (x + 0.5) / cell - 0.5));
      const left = across | 0;
      const here = line[left] as number;
      const light = here + ((line[Math.min(columns - 1, left + 1)] as number) - here) * (across - left);
      grey[y * image.width + x] = Math.min(255, ((image.grey[y * image.width + x] as number) * 250) / light);
    }
  }
  return { width: image.width, height: image.height, grey };
};
