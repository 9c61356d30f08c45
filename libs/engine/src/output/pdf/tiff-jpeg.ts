import { jpegParts, jpegTables, type JpegParts } from './jpeg-parts.js';
import { tiffPage, type TiffPage } from './tiff-page.js';

const JPEG = 7;
/** How many channels go with what a TIFF calls its colours: greys, three lights, or one light and two colours. */
const CHANNELS = new Map([[1, 1], [2, 3], [6, 3]]);
const THREE_LIGHTS = 2;
const MOST_BLOCKS = 0xffff;

interface Strip extends JpegParts {
  height: number;
}

const marker = (code: number, ...content: number[]): Buffer => Buffer.from([0xff, code, ...content]);
const [START, END] = [marker(0xd8), marker(0xd9)];
/** Says whether colours are lights or not, so that nobody needs to guess. */
const adobe = (transform: 0 | 1): Buffer => marker(0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, transform);

const widthOf = (frame: Buffer): number => frame.readUInt16BE(7);
const channelsOf = (frame: Buffer): number => frame.readUInt8(9);
const withHeight = (frame: Buffer, height: number): Buffer => {
  const changed = Buffer.from(frame);
  changed.writeUInt16BE(height, 5);
  return changed;
};

/** How many blocks such a strip has, or NaN where they do not fill it. A single channel has blocks of eight, whatever it says. */
const blocksIn = ({ frame, height }: Strip): number => {
  const factors = Array.from({ length: channelsOf(frame) }, (_, index) => frame.readUInt8(11 + index * 3));
  const [across, down] = factors.length === 1 ? [8, 8] : [8 * Math.max(...factors.map((each) => each >> 4)), 8 * Math.max(...factors.map((each) => each & 15))];
  return height % down === 0 ? Math.ceil(widthOf(frame) / across) * (height / down) : NaN;
};

/** Strips of the same make, each as high as its place: what makes them parts of one picture. */
const areAlike = (strips: readonly Strip[], { tables, scan, frame }: Strip): boolean =>
  strips.every((strip) => strip.tables.equals(tables) && strip.scan.equals(scan) && strip.frame.equals(withHeight(frame, strip.height)));

const stripsOf = (page: TiffPage): Strip[] => {
  const strips = page.strips.flatMap(({ height, code }) => {
    const parts = jpegParts(Buffer.from(code.buffer, code.byteOffset, code.byteLength));
    return parts ? [{ height, ...parts }] : [];
  });
  return strips.length === page.strips.length ? strips : [];
};

/**
 * A page of a TIFF, counted from 0, as the JPEG it is coded as, or null where it is another or cannot be had whole.
 * Each strip is a JPEG that begins anew, which is what a restart marker between two parts of one picture means:
 * so the strips are put together as they are, and no pixel is touched.
 */
export const jpegOfTiff = (file: Uint8Array, number: number): Uint8Array | null => {
  const page = tiffPage(file, number);
  if (page?.one('compression', 1) !== JPEG) return null;
  const [strips, photometric] = [stripsOf(page), page.one('photometric', 0)];
  const [first] = strips;
  if (!first || !areAlike(strips, first)) return null;
  const { tables, frame, scan } = first;
  if (widthOf(frame) !== page.one('width', 0) || channelsOf(frame) !== CHANNELS.get(photometric)) return null;
  const blocks = blocksIn(first);
  const isOne = strips.length === 1;
  if (!isOne && !(blocks <= MOST_BLOCKS)) return null;
  const restarts = isOne ? [] : [marker(0xdd, 0, 4, blocks >> 8, blocks & 0xff)];
  const coded = strips.flatMap((strip, index) => (index === 0 ? [strip.coded] : [marker(0xd0 + ((index - 1) % 8)), strip.coded]));
  const shared = jpegTables(Buffer.from(page.all('jpegTables')));
  return Buffer.concat([START, adobe(photometric === THREE_LIGHTS ? 0 : 1), shared, tables, ...restarts, withHeight(frame, page.one('height', 0)), scan, ...coded, END]);
};
