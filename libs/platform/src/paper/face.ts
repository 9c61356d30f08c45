import { createRequire } from 'node:module';

/** One face of Song for both scripts (SIL OFL 1.1), so that nothing depends on the fonts of a machine. */
export const FACE = createRequire(import.meta.url).resolve('@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff');
