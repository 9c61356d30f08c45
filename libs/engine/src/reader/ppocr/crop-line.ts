import type { GreyImage } from '../../image/grey-image.js';
import { pointIn, type TextBox } from './text-box.js';

const within = (place: number, last: number): number => (place < 0 ? 0 : place > last ? last : place);

/**
 * The box cut out level, at the wanted size. Between pixels, grey is taken in proportion; when the cut shrinks, each of its pixels is the
 * mean of a grid of places, because one place alone would miss thin strokes. What lies outside the image repeats its edge.
 */
export const cropLine = ({ width, height, grey }: GreyImage, box: TextBox, toWidth: number, toHeight: number): GreyImage => {
  const [originX, originY] = pointIn(box, 0, 0);
  const [rightX, rightY] = pointIn(box, 1, 0);
  const [belowX, belowY] = pointIn(box, 0, 1);
  const [countX, countY] = [Math.max(1, Math.round(box.width / toWidth)), Math.max(1, Math.round(box.height / toHeight))];
  const [fineWidth, fineHeight] = [toWidth * countX, toHeight * countY];
  const [stepX, stepY] = [(rightX - originX) / fineWidth, (rightY - originY) / fineWidth];
  const [fallX, fallY] = [(belowX - originX) / fineHeight, (belowY - originY) / fineHeight];
  const [lastX, lastY] = [width - 1, height - 1];
  const [alongX, alongY] = [new Float64Array(fineWidth), new Float64Array(fineWidth)];
  for (let column = 0; column < fineWidth; column++) [alongX[column], alongY[column]] = [originX + stepX * (column + 0.5), originY + stepY * (column + 0.5)];
  const sums = new Float32Array(toWidth * toHeight);
  for (let row = 0; row < fineHeight; row++) {
    const [downX, downY] = [fallX * (row + 0.5), fallY * (row + 0.5)];
    for (let column = 0, at = Math.floor(row / countY) * toWidth, fine = 0; column < fineWidth; column++) {
      const x = within((alongX[column] as number) + downX - 0.5, lastX);
      const y = within((alongY[column] as number) + downY - 0.5, lastY);
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [partX, partY] = [x - left, y - top];
      const upperAt = top * width + left;
      const lowerAt = top < lastY ? upperAt + width : upperAt;
      const right = left < lastX ? 1 : 0;
      const upper = (grey[upperAt] as number) * (1 - partX) + (grey[upperAt + right] as number) * partX;
      const lower = (grey[lowerAt] as number) * (1 - partX) + (grey[lowerAt + right] as number) * partX;
      (sums[at] as number) += upper * (1 - partY) + lower * partY;
      if (++fine === countX) [at, fine] = [at + 1, 0];
    }
  }
  const count = countX * countY;
  const cut = new Uint8Array(sums.length);
  for (let at = 0; at < cut.length; at++) cut[at] = Math.round((sums[at] as number) / count);
  return { width: toWidth, height: toHeight, grey: cut };
};
