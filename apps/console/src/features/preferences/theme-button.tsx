'use client';
import { IconButton } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { keep, wear } from './keep';
import { THEME_COOKIE } from './locale';

const isDark = (): boolean => {
  const worn = document.documentElement.dataset.theme;
  return worn ? worn === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
};

/** From light to dark and back. Following the system again is chosen in the account menu. */
export const ThemeButton = () => {
  const t = useTranslations('preferences');
  const turn = () => {
    const theme = isDark() ? 'light' : 'dark';
    keep(THEME_COOKIE, theme);
    wear(theme);
  };
  return <IconButton icon="moon" label={t('turn')} onClick={turn} />;
};
