'use client';
import { Seg } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { keep, wear } from '../preferences/keep';
import { LOCALE_COOKIE, locales, THEME_COOKIE, themes, type Locale, type Theme } from '../preferences/locale';
import { useWornTheme } from '../preferences/use-worn-theme';

/** Each language is named in itself. */
const names: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' };

/** Language and appearance, kept in this browser. */
export const Preferences = ({ theme }: { theme: Theme }) => {
  const t = useTranslations('preferences');
  const locale = useLocale();
  const router = useRouter();
  const worn = useWornTheme(theme);
  const speak = (chosen: Locale) => {
    keep(LOCALE_COOKIE, chosen);
    router.refresh();
  };
  const put = (chosen: Theme) => {
    keep(THEME_COOKIE, chosen);
    wear(chosen);
  };
  return (
    <div className="acc-p">
      <span className="dim">{t('language')}</span>
      <Seg label={t('language')}>
        {locales.map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === locale} onClick={() => speak(one)}>
            {names[one]}
          </button>
        ))}
      </Seg>
      <span className="dim">{t('theme')}</span>
      <Seg label={t('theme')}>
        {themes.map((one) => (
          <button key={one} type="button" aria-pressed={one === worn} onClick={() => put(one)}>
            {t(one)}
          </button>
        ))}
      </Seg>
    </div>
  );
};
