import type { Lang } from '../words/author.js';
import { prose } from './prose.js';
import { wornOut, type Drawn } from './sample.js';

const A4_INCHES = { width: 8.27, height: 11.69 } as const;
const FONT_INCHES = 11 / 72;

/** A full, clean page of A4 as a good scanner at this resolution would give it: what latency and cost are promised for. */
export const a4 = (lang: Lang, dpi = 200, seed = 1): Promise<Drawn> => {
  const look = { widthPx: Math.round(A4_INCHES.width * dpi), heightPx: Math.round(A4_INCHES.height * dpi), fontPx: Math.round(FONT_INCHES * dpi) };
  return wornOut(prose(lang, seed, look), seed, [], { png: true });
};
