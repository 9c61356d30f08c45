import sharp from 'sharp';

export type BmpKind = 1 | 4 | 8 | 16 | 24 | 32 | 'rle4' | 'rle8' | 'top-down' | 'fields16' | 'fields32' | 'os2';

/** Two letters, sizes and places, then a header of 40 bytes; numbers begin with their smallest byte. */
const headers = (width: number, height: number, bits: number, compression: number, extra: Buffer, pixels: Buffer): Buffer => {
  const header = Buffer.alloc(54);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(54 + extra.length + pixels.length, 2);
  header.writeUInt32LE(54 + extra.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(bits, 28);
  header.writeUInt32LE(compression, 30);
  header.writeUInt32LE(pixels.length, 34);
  header.writeInt32LE(5906, 38);
  header.writeInt32LE(5906, 42);
  return Buffer.concat([header, extra, pixels]);
};

/** As many greys as there are indexes. */
const greyPalette = (entries: number, bytes: 3 | 4): Buffer => Buffer.from(Array.from({ length: entries }, (_, index) => [...Array<number>(3).fill(Math.round((index * 255) / (entries - 1))), 0].slice(0, bytes)).flat());

const runsOf = (row: readonly number[], bits: number): number[] => {
  const runs: number[] = [];
  for (let at = 0; at < row.length; ) {
    let end = at;
    while (end < row.length && end - at < 255 && row[end] === row[at]) end++;
    const value = row[at] ?? 0;
    runs.push(end - at, bits === 4 ? value * 17 : value);
    at = end;
  }
  return [...runs, 0, 0];
};

/** A BMP at 150 dpi. The library that writes all other formats does not know it. */
export const asBmp = async (page: Uint8Array, kind: BmpKind): Promise<Buffer> => {
  const { data, info } = await sharp(page).flatten({ background: '#fff' }).greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const bits = { rle4: 4, rle8: 8, 'top-down': 24, fields16: 16, fields32: 32, os2: 8 }[kind as string] ?? (kind as number);
  const most = 2 ** Math.min(bits, 8) - 1;
  const rows = Array.from({ length: height }, (_, y) => Array.from(data.subarray(y * width, (y + 1) * width), (grey) => Math.round((grey * most) / 255)));
  const stored = kind === 'top-down' ? rows : rows.toReversed();
  if (kind === 'rle4' || kind === 'rle8') return headers(width, height, bits, kind === 'rle8' ? 1 : 2, greyPalette(most + 1, 4), Buffer.from([...stored.flatMap((row) => runsOf(row, bits)), 0, 1]));
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  const pixels = Buffer.alloc(rowBytes * height);
  stored.forEach((row, y) => {
    row.forEach((value, x) => {
      const at = y * rowBytes;
      if (bits <= 8) pixels[at + Math.floor((x * bits) / 8)]! |= value << (8 - bits - ((x * bits) % 8));
      else if (kind === 'fields16') pixels.writeUInt16LE(((value >> 3) << 11) | ((value >> 2) << 5) | (value >> 3), at + x * 2);
      else if (bits === 16) pixels.writeUInt16LE(((value >> 3) << 10) | ((value >> 3) << 5) | (value >> 3), at + x * 2);
      else pixels.fill(value, at + (x * bits) / 8, at + (x * bits) / 8 + 3);
    });
  });
  if (kind === 'os2') return oldHeaders(width, height, bits, greyPalette(most + 1, 3), pixels);
  const masks = Buffer.alloc(12);
  (kind === 'fields16' ? [0xf800, 0x07e0, 0x001f] : [0xff0000, 0xff00, 0xff]).forEach((mask, index) => masks.writeUInt32LE(mask, index * 4));
  const isFields = kind === 'fields16' || kind === 'fields32';
  return headers(width, kind === 'top-down' ? -height : height, bits, isFields ? 3 : 0, isFields ? masks : bits <= 8 ? greyPalette(most + 1, 4) : Buffer.alloc(0), pixels);
};

const oldHeaders = (width: number, height: number, bits: number, palette: Buffer, pixels: Buffer): Buffer => {
  const header = Buffer.alloc(26);
  header.write('BM', 0, 'latin1');
  header.writeUInt32LE(26 + palette.length, 10);
  header.writeUInt32LE(12, 14);
  [width, height, 1, bits].forEach((value, index) => header.writeUInt16LE(value, 18 + index * 2));
  return Buffer.concat([header, palette, pixels]);
};
