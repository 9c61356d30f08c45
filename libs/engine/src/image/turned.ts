import type { Rotation } from '../reading.js';
import type { GreyImage } from './grey-image.js';

/** A picture turned clockwise by quarters. */
export const turned = (image: GreyImage, degrees: Rotation): GreyImage => {
  if (degrees === 0) return image;
  const { width, height, grey } = image;
  const out = new Uint8Array(grey.length);
  if (degrees === 180) {
    for (let at = 0; at < grey.length; at++) out[grey.length - 1 - at] = grey[at] as number;
    return { width, height, grey: out };
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = degrees === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      out[to] = grey[y * width + x] as number;
    }
  }
  return { width: height, height: width, grey: out };
};
