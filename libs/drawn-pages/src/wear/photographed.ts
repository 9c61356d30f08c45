import sharp from 'sharp';
import { noise } from '../noise.js';
import { asPhoto } from '../photo.js';
import type { Quad } from '../quad.js';
import { asSharp, through } from './raster.js';
import type { Wear } from './wear.js';

export interface Photographed {
  /** How far a corner may lie from where it would without perspective, as a share of the page. */
  perspective?: number;
  jpegQuality?: number;
}

/** Laid on a desk and photographed at a slant: no corner is where it belongs, light falls from one side. */
export const photographed = ({ perspective = 0.05, jpegQuality = 76 }: Photographed = {}): Wear => async (raster, seed) => {
  const next = noise(seed);
  const { width, height } = raster;
  const marginPx = Math.round(width * 0.08);
  const sizePx = { width: width + 2 * marginPx, height: height + 2 * marginPx };
  const off = (span: number): number => (next() - 0.5) * 2 * perspective * span;
  const corner = (x: number, y: number): readonly [number, number] => [marginPx + x * width + off(width), marginPx + y * height + off(height)];
  const corners: Quad = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)];
  const page = await asSharp(raster).png({ compressionLevel: 1 }).toBuffer();
  const photo = await asPhoto(page, { seed, corners, sizePx, jpegQuality });
  return through(raster, () => sharp(photo));
};
