import type { GreyImage } from '../../image/grey-image.js';

/** For each target pixel, where its share of the source begins; one more at the end. */
const edges = (source: number, target: number): Float64Array => Float64Array.from({ length: target + 1 }, (_, index) => (index * source) / target);

const shrinkRow = (source: Float32Array, from: Float64Array, target: Float32Array): void => {
  for (let x = 0; x < target.length; x++) {
    const [begin, end] = [from[x] ?? 0, from[x + 1] ?? 0];
    let sum = 0;
    for (let at = Math.floor(begin); at < end; at++) sum += (source[at] ?? 0) * (Math.min(end, at + 1) - Math.max(begin, at));
    target[x] = sum / (end - begin);
  }
};

/**
 * An image at another size. Every source pixel counts by the area it covers, so thin strokes fade instead of vanishing; enlarging repeats
 * pixels with soft borders. Plain arithmetic in a fixed order: the same on every machine.
 */
export const resized = ({ width, height, grey }: GreyImage, toWidth: number, toHeight: number): GreyImage => {
  if (toWidth === width && toHeight === height) return { width, height, grey };
  const [columns, rows] = [edges(width, toWidth), edges(height, toHeight)];
  const out = new Uint8Array(toWidth * toHeight);
  const [sum, row] = [new Float32Array(width), new Float32Array(toWidth)];
  for (let y = 0; y < toHeight; y++) {
    const [begin, end] = [rows[y] ?? 0, rows[y + 1] ?? 0];
    sum.fill(0);
    for (let at = Math.floor(begin); at < end; at++) {
      const weight = (Math.min(end, at + 1) - Math.max(begin, at)) / (end - begin);
      for (let x = 0, from = at * width; x < width; x++, from++) sum[x] = (sum[x] ?? 0) + (grey[from] ?? 0) * weight;
    }
    shrinkRow(sum, columns, row);
    for (let x = 0; x < toWidth; x++) out[y * toWidth + x] = Math.round(row[x] ?? 0);
  }
  return { width: toWidth, height: toHeight, grey: out };
};
