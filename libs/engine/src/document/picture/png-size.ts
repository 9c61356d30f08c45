import { crc32 } from 'node:zlib';
import type { PageSize } from '../page-size.js';

/** A chunk holds thousands of bytes of a picture; one of more chunks than this is looked at by somebody more patient. */
const MOST_CHUNKS = 10_000;
/** Bits that there may be, by the kind of colour. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };
/** What may turn a picture, or make several of one. */
const UNUSUAL = new Set(['eXIf', 'acTL', 'fcTL', 'fdAT']);

/** Whether it is chunks of a length, a name, so much and a sum over it, from IHDR to IEND, and nothing after (ISO/IEC 15948, 5). */
const isWhole = (file: Buffer): boolean => {
  let hasPixels = false;
  for (let at = 8, chunk = 0; chunk < MOST_CHUNKS && at + 12 <= file.length; chunk++) {
    const name = file.toString('latin1', at + 4, at + 8);
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length || UNUSUAL.has(name) || (chunk === 0) !== (name === 'IHDR')) return false;
    hasPixels ||= name === 'IDAT';
    // Only what says something about the picture: its pixels are summed up where they are decoded.
    if (!hasPixels && crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return false;
    at = end + 4;
    if (name === 'IEND') return hasPixels && at === file.length;
  }
  return false;
};

/**
 * The size of an ordinary PNG, read off its outline where it came in. Of one that is unusual in anything, or not whole, it says
 * nothing: then the library that decodes it is asked, for which a thread is woken.
 */
export const pngSize = (bytes: Uint8Array): PageSize | undefined => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isWhole(file) || file.readUInt32BE(8) !== 13) return undefined;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const [depth, colour, compression, filter, interlace] = file.subarray(24, 29);
  const isUsual = DEPTHS[colour!]?.includes(depth!) && compression === 0 && filter === 0 && interlace! <= 1;
  return isUsual && width > 0 && height > 0 ? { width, height } : undefined;
};
