import type { GreyImage } from '../image/grey-image.js';

/** The ink of a page, 1 a pixel, made smaller by a whole factor in such a way that the thinnest line survives. */
export interface SmallImage {
  width: number;
  height: number;
  factor: number;
  ink: Uint8Array;
}

const LONG_SIDE_PX = 1600;
/** How much darker than the paper around it ink is, as a share of the paper's brightness. */
const INK_SHARE = 0.78;
const TILE_PX = 64;
/** Paper darker than this is a photograph, a dark page or no paper at all. */
const DARKEST_PAPER = 90;

const SAMPLE_STEP = 3;

/** Brightness of the paper around each place: the upper quartile of a tile. */
const paperOf = (grey: Uint8Array, width: number, height: number): ((x: number, y: number) => number) => {
  const [columns, rows] = [Math.ceil(width / TILE_PX), Math.ceil(height / TILE_PX)];
  const papers = new Uint8Array(columns * rows);
  const counts = new Uint16Array(256);
  for (let tile = 0; tile < papers.length; tile++) {
    const [left, top] = [(tile % columns) * TILE_PX, Math.floor(tile / columns) * TILE_PX];
    counts.fill(0);
    let total = 0;
    for (let y = top; y < Math.min(height, top + TILE_PX); y += SAMPLE_STEP) {
      for (let x = left; x < Math.min(width, left + TILE_PX); x += SAMPLE_STEP, total++) counts[grey[y * width + x] ?? 0]!++;
    }
    let [level, above] = [255, 0];
    while (level > 0 && (above += counts[level] ?? 0) < total / 4) level--;
    papers[tile] = level;
  }
  return (x, y) => papers[Math.floor(y / TILE_PX) * columns + Math.floor(x / TILE_PX)] ?? 255;
};

/** Each pixel the darkest of those it stands for. Null when there is too little of a page for anything to be ruled on it. */
export const darkened = ({ width: wide, height: high, grey }: GreyImage): SmallImage | null => {
  const factor = Math.max(1, Math.ceil(Math.max(wide, high) / LONG_SIDE_PX));
  const [width, height] = [Math.floor(wide / factor), Math.floor(high / factor)];
  if (width < 2 || height < 2) return null;
  const small = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height * factor; y++) {
    const to = Math.floor(y / factor) * width;
    for (let x = 0, from = y * wide; x < width; x++) {
      let darkest = grey[from++] as number;
      for (let each = 1; each < factor; each++, from++) if ((grey[from] as number) < darkest) darkest = grey[from] as number;
      if (darkest < (small[to + x] as number)) small[to + x] = darkest;
    }
  }
  const paper = paperOf(small, width, height);
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let left = 0; left < width; left += TILE_PX) {
      const level = paper(left, y);
      if (level < DARKEST_PAPER) continue;
      for (let x = left, end = Math.min(width, left + TILE_PX); x < end; x++) if ((small[y * width + x] as number) < INK_SHARE * level) ink[y * width + x] = 1;
    }
  }
  return { width, height, factor, ink };
};
