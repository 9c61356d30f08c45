'use client';
import { api } from '@inkproof/contract';
import { Icon, Menu, MenuChoices, MenuItem, MenuLine } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { keep, wear } from '../preferences/keep';
import { LOCALE_COOKIE, THEME_COOKIE, themes, type Theme } from '../preferences/locale';
import { useWornTheme } from '../preferences/use-worn-theme';

interface AccountMenuProps {
  name: string;
  email: string;
  theme: Theme;
  /** Where this person's own page is. */
  accountHref: string;
}

/** Who is signed in, what they prefer, and the way out. */
export const AccountMenu = ({ name, email, theme, accountHref }: AccountMenuProps) => {
  const t = useTranslations('shell');
  const preferences = useTranslations('preferences');
  const locale = useLocale();
  const router = useRouter();
  const worn = useWornTheme(theme);
  const choose = (cookie: string, value: string) => {
    keep(cookie, value);
    if (cookie === THEME_COOKIE) wear(value);
    else router.refresh();
  };
  const signOut = async () => {
    // A session that has ended already is as good as ended now.
    await browserApi(api.session.signOut).catch(() => undefined);
    window.location.assign('/sign-in');
  };
  return (
    <Menu
      trigger={
        <button type="button" className="ava ava-2" aria-label={t('account')}>
          {[...name][0]?.toUpperCase()}
        </button>
      }
    >
      <div className="mi-h">
        <b>{name}</b>
        <span className="dim">{email}</span>
      </div>
      <MenuLine />
      <MenuItem asChild>
        <Link href={accountHref}>
          <Icon name="person" />
          {t('accountPage')}
        </Link>
      </MenuItem>
      <MenuItem asChild>
        <Link href={accountHref.replace(/account$/, 'security')}>
          <Icon name="key" />
          {t('securityPage')}
        </Link>
      </MenuItem>
      <MenuLine />
      <MenuChoices
        label={preferences('language')}
        value={locale}
        onChoose={(value) => choose(LOCALE_COOKIE, value)}
        options={[
          { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
      />
      <MenuChoices label={preferences('theme')} value={worn} onChoose={(value) => choose(THEME_COOKIE, value)} options={themes.map((value) => ({ value, label: preferences(value) }))} />
      <MenuLine />
      <MenuItem icon="leave" onSelect={() => void signOut()}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
};
