import type { GreyImage } from '../../image/grey-image.js';
import { damaged } from '../damaged.js';
import type { BmpHeader } from './bmp-header.js';
import { lumaOf } from './luma.js';
import { unpackRuns } from './runs.js';

/** The grey of each palette entry; an index past the end is black, as viewers show it. */
const paletteGreys = (file: Uint8Array, { palette }: BmpHeader): Uint8Array => {
  const greys = new Uint8Array(256);
  for (let index = 0; index < palette.entries; index++) {
    const at = palette.at + index * palette.entryBytes;
    greys[index] = lumaOf(file[at + 2] ?? 0, file[at + 1] ?? 0, file[at] ?? 0);
  }
  return greys;
};

/** Takes one colour out of a pixel and stretches it to eight bits. */
const channel = (mask: number): ((pixel: number) => number) => {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (pixel) => Math.round((((pixel & mask) >>> shift) * 255) / most);
};

type PixelGrey = (row: number, x: number) => number;

const indexed = (file: Uint8Array, { bitsPerPixel }: BmpHeader, greys: Uint8Array): PixelGrey => {
  const [perByte, mask] = [8 / bitsPerPixel, 2 ** bitsPerPixel - 1];
  return (row, x) => greys[((file[row + Math.floor(x / perByte)] ?? 0) >> (8 - bitsPerPixel * ((x % perByte) + 1))) & mask] ?? 0;
};

const coloured = (file: Uint8Array, { bitsPerPixel, masks }: BmpHeader): PixelGrey => {
  const bytes = bitsPerPixel / 8;
  const [red, green, blue, alpha] = masks.map(channel) as [PixelPart, PixelPart, PixelPart, PixelPart];
  const isOpaque = masks[3] === 0;
  return (row, x) => {
    const at = row + x * bytes;
    let pixel = 0;
    for (let index = 0; index < bytes; index++) pixel |= (file[at + index] ?? 0) << (8 * index);
    const luma = lumaOf(red(pixel), green(pixel), blue(pixel));
    return isOpaque ? luma : 255 - Math.round(((255 - luma) * alpha(pixel)) / 255);
  };
};
type PixelPart = (pixel: number) => number;

/** The picture in grey. Its size was checked against the caps before; a file that ends before its last row does is damaged. */
export const decodeBmp = (file: Uint8Array, header: BmpHeader): GreyImage => {
  const { width, height, bitsPerPixel, compression, isTopDown, pixelsAt } = header;
  const greys = paletteGreys(file, header);
  const isPacked = compression === 'rle8' || compression === 'rle4';
  const rowBytes = isPacked ? width : Math.ceil((width * bitsPerPixel) / 32) * 4;
  // Of the last row only the pixels must be there: some writers leave its padding out.
  if (!isPacked && pixelsAt + rowBytes * (height - 1) + Math.ceil((width * bitsPerPixel) / 8) > file.byteLength) throw damaged('image/bmp');
  const indexes = isPacked ? unpackRuns(file.subarray(pixelsAt), width, height, compression) : null;
  const greyAt: PixelGrey = indexes ? (row, x) => greys[indexes[row + x] ?? 0] ?? 0 : bitsPerPixel <= 8 ? indexed(file, header, greys) : coloured(file, header);
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = (indexes ? 0 : pixelsAt) + (isTopDown ? y : height - 1 - y) * rowBytes;
    for (let x = 0, to = y * width; x < width; x++) grey[to + x] = greyAt(row, x);
  }
  return { width, height, grey };
};
