import type { Problem } from '@inkproof/contract';

const MEGABYTE_BYTES = 1_000_000;

/** Bytes as people know the size of a file. */
export const sizeText = (bytes: number, locale: string): string => `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / MEGABYTE_BYTES)} MB`;

/** Pixels by the ten thousand in Chinese, by the million in English. */
export const pixelsText = (pixels: number, locale: string): string => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(pixels);

/** The limit that was passed, with the unit that its name implies. */
export const limitText = (limit: Problem['limit'], locale: string): string | undefined => {
  if (!limit) return undefined;
  if (/bytes/.test(limit.name)) return sizeText(limit.max, locale);
  if (/pixels/.test(limit.name)) return pixelsText(limit.max, locale);
  return new Intl.NumberFormat(locale).format(limit.max);
};
