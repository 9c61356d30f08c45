import sharp, { type Sharp } from 'sharp';
import { readBmpHeader } from '../../document/bmp/bmp-header.js';
import { decodeBmp } from '../../document/bmp/decode-bmp.js';

/** A BMP as the picture library takes it: in its colours when every pixel has its own, in grey when it has a palette or is packed. */
export const bmpColours = (file: Uint8Array): Sharp => {
  const header = readBmpHeader(file);
  const { width, height, bitsPerPixel, compression, isTopDown, pixelsAt } = header;
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  if (bitsPerPixel < 24 || compression !== 'none' || pixelsAt + rowBytes * height > file.byteLength) {
    return sharp(decodeBmp(file, header).grey, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
  }
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    const row = pixelsAt + (isTopDown ? y : height - 1 - y) * rowBytes;
    for (let x = 0; x < width; x++, to += 3) {
      const from = row + (x * bitsPerPixel) / 8;
      rgb[to] = file[from + 2] ?? 0;
      rgb[to + 1] = file[from + 1] ?? 0;
      rgb[to + 2] = file[from] ?? 0;
    }
  }
  return sharp(rgb, { raw: { width, height, channels: 3 } });
};
