import { Unreadable } from '../../unreadable.js';
import { damaged } from '../damaged.js';
import { statedDpi } from '../resolution.js';

export type Compression = 'none' | 'rle8' | 'rle4' | 'fields';

export interface BmpHeader {
  width: number;
  height: number;
  isTopDown: boolean;
  bitsPerPixel: 1 | 4 | 8 | 16 | 24 | 32;
  compression: Compression;
  /** Of red, green, blue and alpha; zero where a pixel has none. */
  masks: readonly [red: number, green: number, blue: number, alpha: number];
  palette: { at: number; entries: number; entryBytes: 3 | 4 };
  pixelsAt: number;
  dpi: number | null;
}

const FILE_HEADER_BYTES = 14;
const INCHES_PER_METRE = 39.3701;
const DEPTHS: readonly number[] = [1, 4, 8, 16, 24, 32];
const [FIVE_BITS, EIGHT_BITS] = [[0x7c00, 0x03e0, 0x001f, 0], [0xff0000, 0xff00, 0xff, 0]] as const;

const packed = (): Unreadable => new Unreadable('unsupported', 'This BMP holds a packed picture of another kind. Save it as PNG.');

const compressionOf = (code: number, bitsPerPixel: number): Compression => {
  if (code === 0) return 'none';
  if (code === 1 && bitsPerPixel === 8) return 'rle8';
  if (code === 2 && bitsPerPixel === 4) return 'rle4';
  if ((code === 3 || code === 6) && (bitsPerPixel === 16 || bitsPerPixel === 32)) return 'fields';
  if (code === 4 || code === 5) throw packed();
  throw damaged('image/bmp');
};

const view = (file: Uint8Array): DataView => new DataView(file.buffer, file.byteOffset, file.byteLength);

/** Headers of 12 bytes are of the time of OS/2: 16-bit sizes, no compression, palettes of three bytes. */
const oldHeader = (file: Uint8Array): BmpHeader => {
  const data = view(file);
  const bitsPerPixel = data.getUint16(24, true);
  if (!DEPTHS.includes(bitsPerPixel)) throw damaged('image/bmp');
  const entries = bitsPerPixel <= 8 ? 2 ** bitsPerPixel : 0;
  return {
    width: data.getUint16(18, true),
    height: data.getUint16(20, true),
    isTopDown: false,
    bitsPerPixel: bitsPerPixel as BmpHeader['bitsPerPixel'],
    compression: 'none',
    masks: bitsPerPixel === 16 ? FIVE_BITS : EIGHT_BITS,
    palette: { at: FILE_HEADER_BYTES + 12, entries, entryBytes: 3 },
    pixelsAt: data.getUint32(10, true),
    dpi: null,
  };
};

const newHeader = (file: Uint8Array, headerBytes: number): BmpHeader => {
  const data = view(file);
  const [width, height, bitsPerPixel] = [data.getInt32(18, true), data.getInt32(22, true), data.getUint16(28, true)];
  if (width <= 0 || height === 0 || !DEPTHS.includes(bitsPerPixel)) throw damaged('image/bmp');
  const code = data.getUint32(30, true);
  const compression = compressionOf(code, bitsPerPixel);
  const fields = compression === 'fields';
  // The masks stand at the same place whether they are part of the header or follow it.
  const mask = (index: number): number => data.getUint32(54 + index * 4, true);
  const hasAlpha = fields && (headerBytes >= 56 || code === 6);
  const masksBytes = fields && headerBytes === 40 ? (code === 6 ? 16 : 12) : 0;
  const mostEntries = bitsPerPixel <= 8 ? 2 ** bitsPerPixel : 0;
  return {
    width,
    height: Math.abs(height),
    isTopDown: height < 0,
    bitsPerPixel: bitsPerPixel as BmpHeader['bitsPerPixel'],
    compression,
    masks: fields ? [mask(0), mask(1), mask(2), hasAlpha ? mask(3) : 0] : bitsPerPixel === 16 ? FIVE_BITS : EIGHT_BITS,
    palette: { at: FILE_HEADER_BYTES + headerBytes + masksBytes, entries: Math.min(data.getUint32(46, true) || mostEntries, mostEntries), entryBytes: 4 },
    pixelsAt: data.getUint32(10, true),
    dpi: statedDpi(data.getInt32(38, true) / INCHES_PER_METRE),
  };
};

/** What a BMP says of itself. Nothing of the picture is touched. */
export const readBmpHeader = (file: Uint8Array): BmpHeader => {
  try {
    const headerBytes = view(file).getUint32(14, true);
    const header = headerBytes === 12 ? oldHeader(file) : newHeader(file, headerBytes);
    if (header.width === 0 || header.height === 0 || header.pixelsAt >= file.byteLength) throw damaged('image/bmp');
    return header;
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged('image/bmp');
  }
};
