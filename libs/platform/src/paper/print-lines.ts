import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { faceOf } from './face.js';

const SIZE_PT = 21;
const DPI = 96;
const LEADING_PX = 14;
const MARGIN_PX = 36;
/** What the file calls itself, though it is the regular weight. The comma ends the name: "ExtraLight" would be read as a weight, and no face be found. */
const FAMILY = 'Noto Serif SC ExtraLight,';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz ';

/** Pango reads a face from a file, and no WOFF: the letters are unpacked once, to a file of this process. */
const unpack = async (): Promise<string> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'inkproof-face-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'letters.ttf');
  await writeFile(file, await faceOf(LETTERS));
  return file;
};
let unpacked: Promise<string> | undefined;
const letters = (): Promise<string> =>
  (unpacked ??= unpack().catch((error: unknown) => {
    // A disk that was full may have room the next time.
    unpacked = undefined;
    throw error;
  }));

/** A small picture of printed lines of small letters, as PNG: black on white, in a face of our own. It takes a few milliseconds once the face was read. */
export const printLines = async (lines: readonly string[]): Promise<Buffer> =>
  sharp({ text: { text: lines.join('\n'), fontfile: await letters(), font: `${FAMILY} ${SIZE_PT}`, dpi: DPI, spacing: LEADING_PX, rgba: true } })
    .flatten({ background: '#fff' })
    .extend({ top: MARGIN_PX, bottom: MARGIN_PX, left: MARGIN_PX, right: MARGIN_PX, background: '#fff' })
    .png()
    .toBuffer();
