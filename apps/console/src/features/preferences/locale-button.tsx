'use client';
import { buttonClass, Icon } from '@inkproof/ui';
import { useLocale } from 'next-intl';
import { useRouter } from 'next/navigation';
import { keep } from './keep';
import { LOCALE_COOKIE, type Locale } from './locale';

const others: Record<Locale, { locale: Locale; name: string }> = { 'zh-CN': { locale: 'en', name: 'English' }, en: { locale: 'zh-CN', name: '中文' } };

/** The other language, named in itself. */
export const LocaleButton = () => {
  const router = useRouter();
  const other = others[useLocale()];
  return (
    <button
      type="button"
      className={buttonClass({ tone: 'quiet', size: 's' })}
      lang={other.locale}
      onClick={() => {
        keep(LOCALE_COOKIE, other.locale);
        router.refresh();
      }}
    >
      <Icon name="globe" />
      {other.name}
    </button>
  );
};
