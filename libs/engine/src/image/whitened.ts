import type { Polygon } from '../reading.js';
import type { GreyImage } from './grey-image.js';

/** The picture without what stands in these places, so that nobody reads it twice. */
export const whitened = (image: GreyImage, places: readonly Polygon[]): GreyImage => {
  if (places.length === 0) return image;
  const grey = Uint8Array.from(image.grey);
  for (const corners of places) {
    const [across, down] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    const [left, right] = [Math.max(0, Math.floor(Math.min(...across)) - 1), Math.min(image.width, Math.ceil(Math.max(...across)) + 1)];
    const [top, bottom] = [Math.max(0, Math.floor(Math.min(...down)) - 1), Math.min(image.height, Math.ceil(Math.max(...down)) + 1)];
    for (let y = top; y < bottom && right > left; y++) grey.fill(255, y * image.width + left, y * image.width + right);
  }
  return { width: image.width, height: image.height, grey };
};
