import type { GreyImage } from '../image/grey-image.js';

/** Rows and columns looked at, about; letters cross each of them. */
const SCANS = 80;
/** Least difference from foot to head of an edge that is ink and not grain. */
const LEAST_STEP = 40;
const FEWEST_EDGES = 30;
/** Pixels over which the sharpest edge of a drawn letter rises. */
const SHARPEST_PX = 1.2;
/** An edge as soft as this share of a letter's height halves the sharpness. */
const HALF_SHARE = 0.17;
const ASSUMED_HEIGHT_PX = 16;

/** Widths of the edges along one scan: how far brightness rises or falls, over its steepest pixel. */
const edgesAlong = (grey: Uint8Array, from: number, count: number, step: number, widths: number[]): void => {
  let [start, previous, steepest, direction] = [grey[from] ?? 0, grey[from] ?? 0, 0, 0];
  for (let index = 1, place = from + step; index < count; index++, place += step) {
    const level = grey[place] as number;
    const change = level - previous;
    if (change * direction < 0 || (change === 0 && direction !== 0)) {
      const rise = Math.abs(previous - start);
      if (rise >= LEAST_STEP) widths.push(rise / steepest);
      [start, steepest, direction] = [previous, 0, 0];
    }
    if (change !== 0) {
      if (direction === 0) [direction, start] = [Math.sign(change), previous];
      steepest = Math.max(steepest, Math.abs(change));
    }
    previous = level;
  }
};

/**
 * 0 to 1, from the usual width of edges against the height of letters: what blurs small print does no harm to a headline.
 * Null where there are too few edges to tell.
 */
export const sharpnessOf = ({ width, height, grey }: GreyImage, textHeightPx: number | null): number | null => {
  const widths: number[] = [];
  for (let y = 0; y < height; y += Math.max(1, Math.floor(height / SCANS))) edgesAlong(grey, y * width, width, 1, widths);
  for (let x = 0; x < width; x += Math.max(1, Math.floor(width / SCANS))) edgesAlong(grey, x, height, width, widths);
  if (widths.length < FEWEST_EDGES) return null;
  const usual = widths.sort((one, other) => one - other)[widths.length >> 1] ?? SHARPEST_PX;
  const softness = Math.max(0, usual - SHARPEST_PX) / (textHeightPx ?? ASSUMED_HEIGHT_PX);
  return Number((1 / (1 + softness / HALF_SHARE)).toFixed(3));
};
