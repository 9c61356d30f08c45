import sharp, { type Sharp } from 'sharp';
import { heicColours } from '../../document/heic/open-heic.js';
import { vanishesOnWhite } from '../../document/picture/flatten.js';
import { openPixels } from '../../document/picture/pixels.js';
import { bmpColours } from './bmp-colours.js';
import { plainJpeg, type PlainJpeg } from './jpeg.js';
import { plainPng, type PlainPng } from './png.js';
import { tiffPage } from './tiff-page.js';

export type StoredAnew = { jpeg: Uint8Array; facts: PlainJpeg } | { png: PlainPng };

/** From good to still legible; JPEG is the older code and needs more bytes than WebP or AVIF for the same. */
const QUALITIES = [85, 65, 45];
/** Where the first block of a WebP says how it is coded. */
const WEBP_CODE_AT = [12, 16] as const;
/** The old way of JPEG in TIFF and the one that replaced it. */
const JPEG_IN_TIFF = [6, 7];
/** A third of the time of the highest level. That one is for few colours, which are few bytes and cost little. */
const [PNG_LEVEL, FEW_COLOURS_LEVEL] = [6, 9];
/** What a page may grow by before more time is spent on it. */
const MOST_GROWTH = 1.05;

interface Stored {
  picture: Sharp;
  isLossy: boolean;
  /** When they are so few that a palette loses none. */
  colours: 2 | 256 | null;
}

/** One page, counted from 0, as it lies in the file: in its own colours or greys, on white where it is transparent. */
const openStored = async (file: Uint8Array, mediaType: string, page: number): Promise<Stored> => {
  if (mediaType === 'image/bmp') return { picture: bmpColours(file), isLossy: false, colours: null };
  if (mediaType === 'image/heic') {
    const { width, height, rgb } = await heicColours(file);
    return { picture: sharp(rgb, { raw: { width, height, channels: 3 } }), isLossy: true, colours: null };
  }
  const { space, bitsPerSample, hasAlpha } = await openPixels(file, page, false).metadata();
  const on = (background: string): Sharp => openPixels(file, page, false).flatten({ background });
  const isDark = hasAlpha && vanishesOnWhite(await on('#fff').greyscale().toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer());
  const isLossyWebp = mediaType === 'image/webp' && Buffer.from(file.subarray(...WEBP_CODE_AT)).toString('latin1') !== 'VP8L';
  const isLossyTiff = mediaType === 'image/tiff' && JPEG_IN_TIFF.includes(tiffPage(file, page)?.one('compression', 1) ?? 1);
  return {
    picture: on(isDark ? '#000' : '#fff').toColourspace(space === 'b-w' || space === 'grey16' ? 'b-w' : 'srgb'),
    isLossy: mediaType === 'image/jpeg' || mediaType === 'image/avif' || isLossyWebp || isLossyTiff,
    colours: mediaType === 'image/gif' ? 256 : bitsPerSample === 1 ? 2 : null,
  };
};

/** Scanners and cameras write greys as three equal colours, which would be stored three times. */
const withoutFalseColours = async (picture: Sharp): Promise<Sharp> => {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels !== 3) return sharp(data, { raw: { width, height, channels } }).toColourspace('b-w');
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
    if (data[from] !== data[from + 1] || data[from] !== data[from + 2]) return sharp(data, { raw: { width, height, channels } });
    grey[at] = data[from] ?? 0;
  }
  return sharp(grey, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
};

const asJpeg = async (picture: Sharp, mostBytes: number): Promise<StoredAnew | null> => {
  for (const quality of QUALITIES) {
    const jpeg = await picture.clone().jpeg({ quality }).toBuffer();
    const facts = plainJpeg(jpeg);
    if (facts && (jpeg.length <= mostBytes || quality === QUALITIES.at(-1))) return { jpeg, facts };
  }
  return null;
};

/** Rows are told as they are, which suits writing and drawings; where that is too much, by what differs from their neighbours, which suits photographs. */
const asPng = async (picture: Sharp, colours: Stored['colours'], mostBytes: number): Promise<StoredAnew> => {
  const packed = (adaptiveFiltering: boolean): Promise<Buffer> => picture.clone().png({ compressionLevel: PNG_LEVEL, adaptiveFiltering }).toBuffer();
  const plain = await (colours ? picture.png({ compressionLevel: FEW_COLOURS_LEVEL, palette: true, colours, dither: 0 }).toBuffer() : packed(false));
  const filtered = plain.length > mostBytes && !colours ? await packed(true) : plain;
  const png = plainPng(filtered.length < plain.length ? filtered : plain);
  if (!png) throw new Error('A picture stored anew is not the plain PNG it was asked to be');
  return { png };
};

/** A page that PDF has no way to hold as it is: without loss if it came so, else as a JPEG about as large as it was. */
export const storeAnew = async (file: Uint8Array, mediaType: string, page: number): Promise<StoredAnew> => {
  const { picture: stored, isLossy, colours } = await openStored(file, mediaType, page);
  const picture = await withoutFalseColours(stored);
  // A page of a TIFF has bytes of its own; other formats that hold several pages share them.
  const bytes = (mediaType === 'image/tiff' && tiffPage(file, page)?.codedBytes) || file.byteLength;
  return (isLossy && (await asJpeg(picture, bytes))) || asPng(picture, colours, MOST_GROWTH * bytes);
};
