export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export const LOCALE_COOKIE = 'inkproof_locale';
export const THEME_COOKIE = 'inkproof_theme';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

/** The tags of Accept-Language, the most wanted first. */
const wanted = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);

/** What was chosen, else what the browser asks for first of the two we speak, else Chinese. */
export const chooseLocale = (chosen: string | undefined, acceptLanguage: string | null): Locale => {
  const kept = locales.find((locale) => locale === chosen);
  if (kept) return kept;
  for (const tag of wanted(acceptLanguage ?? '')) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
};

export const chooseTheme = (chosen: string | undefined): Theme => themes.find((theme) => theme === chosen) ?? 'system';
