import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** The only family a drawn page uses. It comes from npm, so a page looks the same on a machine without any font. */
export const FAMILY = 'Drawn Page Sans';

const resolve = createRequire(import.meta.url).resolve;
let isRegistered = false;

/** The whole simplified Chinese file and not its numbered subsets, because a subset draws empty boxes for what it lacks. */
export const registerFonts = (): void => {
  if (isRegistered) return;
  for (const weight of [400, 700]) {
    GlobalFonts.register(readFileSync(resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`)), FAMILY);
  }
  isRegistered = true;
};
