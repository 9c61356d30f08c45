import type { GreyImage } from '../../image/grey-image.js';
import { pointIn, type TextBox } from './text-box.js';

/**
 * The box cut out level, at the wanted size. Between pixels, grey is taken in proportion; when the cut shrinks, each of its pixels is the
 * mean of a grid of places, because one place alone would miss thin strokes. What lies outside the image repeats its edge.
 */
export const cropLine = ({ width, height, grey }: GreyImage, box: TextBox, toWidth: number, toHeight: number): GreyImage => {
  const [originX, originY] = pointIn(box, 0, 0);
  const [rightX, rightY] = pointIn(box, 1, 0);
  const [downX, downY] = pointIn(box, 0, 1);
  const [countX, countY] = [Math.max(1, Math.round(box.width / toWidth)), Math.max(1, Math.round(box.height / toHeight))];
  const [fineWidth, fineHeight] = [toWidth * countX, toHeight * countY];
  const [stepX, stepY] = [(rightX - originX) / fineWidth, (rightY - originY) / fineWidth];
  const [fallX, fallY] = [(downX - originX) / fineHeight, (downY - originY) / fineHeight];
  const [lastX, lastY] = [width - 1, height - 1];
  const sums = new Float32Array(toWidth * toHeight);
  for (let row = 0; row < fineHeight; row++) {
    const out = Math.floor(row / countY) * toWidth;
    for (let column = 0; column < fineWidth; column++) {
      const x = Math.min(lastX, Math.max(0, originX + stepX * (column + 0.5) + fallX * (row + 0.5) - 0.5));
      const y = Math.min(lastY, Math.max(0, originY + stepY * (column + 0.5) + fallY * (row + 0.5) - 0.5));
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [right, bottom] = [left < lastX ? left + 1 : left, (top < lastY ? top + 1 : top) * width];
      const [partX, partY] = [x - left, y - top];
      const upper = (grey[top * width + left] ?? 0) * (1 - partX) + (grey[top * width + right] ?? 0) * partX;
      const lower = (grey[bottom + left] ?? 0) * (1 - partX) + (grey[bottom + right] ?? 0) * partX;
      const at = out + Math.floor(column / countX);
      sums[at] = (sums[at] ?? 0) + upper * (1 - partY) + lower * partY;
    }
  }
  const count = countX * countY;
  return { width: toWidth, height: toHeight, grey: Uint8Array.from(sums, (sum) => Math.round(sum / count)) };
};
