import type { Canvas } from '@napi-rs/canvas';
import sharp, { type Sharp } from 'sharp';

/** A picture open to be worn: red, green, blue and an opaque fourth, row by row. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

export const rasterOf = (canvas: Canvas): Raster => {
  const { width, height } = canvas;
  return { width, height, data: canvas.getContext('2d').getImageData(0, 0, width, height).data };
};

export const asSharp = ({ width, height, data }: Raster): Sharp =>
  sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), { raw: { width, height, channels: 4 } }).removeAlpha();

/** What the imaging library makes of it, open again. */
export const through = async (raster: Raster, change: (picture: Sharp) => Sharp): Promise<Raster> => {
  const { data, info } = await change(asSharp(raster)).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  // Opaque, because the library multiplies colours by the fourth.
  const open = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; to < open.length; from += channels, to += 4) {
    open[to] = data[from] ?? 0;
    open[to + 1] = data[channels > 2 ? from + 1 : from] ?? 0;
    open[to + 2] = data[channels > 2 ? from + 2 : from] ?? 0;
  }
  return { width, height, data: open };
};

/** Each pixel's three colours multiplied and raised, by place. The plainest kind of wear. */
export const shaded = (raster: Raster, shade: (x: number, y: number) => number): Raster => {
  const { width, height, data } = raster;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const by = shade(x, y);
      data[at] = (data[at] ?? 0) * by;
      data[at + 1] = (data[at + 1] ?? 0) * by;
      data[at + 2] = (data[at + 2] ?? 0) * by;
    }
  }
  return raster;
};

/** Ink made weaker by place: 1 leaves it, 0 takes it away. Paper stays white, so use it before the paper is coloured. */
export const thinned = (raster: Raster, strength: (x: number, y: number) => number): Raster => {
  const { width, height, data } = raster;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 760) continue;
      const left = strength(x, y);
      for (let channel = at; channel < at + 3; channel++) data[channel] = 255 - (255 - (data[channel] ?? 0)) * left;
    }
  }
  return raster;
};
