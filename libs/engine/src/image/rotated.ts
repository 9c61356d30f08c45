import type { GreyImage } from './grey-image.js';

/** The size of the paper that holds a picture rotated by less than a quarter. */
export const rotatedSize = (width: number, height: number, degrees: number): { width: number; height: number } => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.abs(Math.sin((degrees * Math.PI) / 180))];
  return { width: Math.ceil(width * cos + height * sin), height: Math.ceil(width * sin + height * cos) };
};

/**
 * A picture rotated clockwise by a few degrees about its middle, on paper large enough for all of it.
 * Between four pixels it takes their weighed mean, in whole 256ths, so that it comes out the same everywhere.
 */
export const rotated = (image: GreyImage, degrees: number, paper = 255): GreyImage => {
  const { width, height, grey } = image;
  const size = rotatedSize(width, height, degrees);
  const out = new Uint8Array(size.width * size.height).fill(paper);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  for (let y = 0; y < size.height; y++) {
    const down = y + 0.5 - size.height / 2;
    for (let x = 0; x < size.width; x++) {
      const across = x + 0.5 - size.width / 2;
      const [fromX, fromY] = [cos * across + sin * down + width / 2 - 0.5, cos * down - sin * across + height / 2 - 0.5];
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [right, low] = [((fromX - left) * 256) | 0, ((fromY - top) * 256) | 0];
      const at = top * width + left;
      const upper = (grey[at] as number) * (256 - right) + (grey[at + 1] as number) * right;
      const lower = (grey[at + width] as number) * (256 - right) + (grey[at + width + 1] as number) * right;
      out[y * size.width + x] = (upper * (256 - low) + lower * low + 32_768) >> 16;
    }
  }
  return { ...size, grey: out };
};
