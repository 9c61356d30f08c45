import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/** One face of Song for both scripts (SIL OFL 1.1), so that nothing depends on the fonts of a machine. */
const FACE = createRequire(import.meta.url).resolve('@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff');

/** Of the face only these characters, as TrueType. Without ligatures and other forms of characters: what has no character of its own would be drawn without its width. */
export const faceOf = async (characters: string): Promise<Buffer> => subsetFont(await readFile(FACE), characters, { targetFormat: 'truetype', noLayoutClosure: true });
