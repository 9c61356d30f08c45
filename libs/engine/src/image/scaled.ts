import sharp from 'sharp';
import type { GreyImage } from './grey-image.js';

/** A picture at another size. Mitchell neither rings round strokes, as sharper kernels do, nor thins them. */
export const scaled = async ({ width, height, grey }: GreyImage, size: { width: number; height: number }): Promise<GreyImage> => {
  const { data, info } = await sharp(grey, { raw: { width, height, channels: 1 }, limitInputPixels: false })
    .resize(size.width, size.height, { kernel: 'mitchell', fit: 'fill' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: data };
};
