import type { GreyImage } from '../image/grey-image.js';

/** What one square of the page looks like. */
export interface Tile {
  /** Brightness that nine tenths of it do not pass: the paper, wherever there is some. */
  paper: number;
  /** Brightness that a fiftieth stays below: ink, wherever there is some. */
  darkest: number;
  /** Brightness that a fiftieth exceeds: paper, or letters on a dark ground. */
  brightest: number;
  /** Share of pixels as bright as they can be. */
  burnt: number;
}

export interface Tiles {
  columns: number;
  rows: number;
  tiles: Tile[];
}

const COLUMNS_AT_MOST = 24;
const LEAST_TILE_PX = 16;
/** Pixels looked at in each tile, about: enough for shares of a fiftieth, few enough for any page in a few milliseconds. */
const SAMPLES = 600;
const BURNT_LEVEL = 252;
const [PAPER_SHARE, DARK_SHARE, BRIGHT_SHARE] = [0.9, 0.02, 0.98];

const levelAt = (counts: Uint32Array, total: number, share: number): number => {
  let [level, below] = [0, 0];
  while (level < 255 && (below += counts[level] ?? 0) < share * total) level++;
  return level;
};

/** The page in squares, each measured on a sample of its pixels. */
export const tilesOf = ({ width, height, grey }: GreyImage): Tiles => {
  const size = Math.max(LEAST_TILE_PX, Math.ceil(Math.max(width, height) / COLUMNS_AT_MOST));
  const [columns, rows] = [Math.ceil(width / size), Math.ceil(height / size)];
  const step = Math.max(1, Math.floor(size / Math.sqrt(SAMPLES)));
  const tiles = Array.from({ length: columns * rows }, (_, index) => {
    const [left, top] = [(index % columns) * size, Math.floor(index / columns) * size];
    const [right, bottom] = [Math.min(width, left + size), Math.min(height, top + size)];
    const counts = new Uint32Array(256);
    let [total, burnt] = [0, 0];
    for (let y = top; y < bottom; y += step) {
      for (let x = left; x < right; x += step, total++) {
        const level = grey[y * width + x] ?? 0;
        counts[level] = (counts[level] ?? 0) + 1;
        if (level >= BURNT_LEVEL) burnt++;
      }
    }
    return { paper: levelAt(counts, total, PAPER_SHARE), darkest: levelAt(counts, total, DARK_SHARE), brightest: levelAt(counts, total, BRIGHT_SHARE), burnt: burnt / Math.max(1, total) };
  });
  return { columns, rows, tiles };
};
