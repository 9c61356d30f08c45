import { SealMark, Wordmark } from '@inkproof/ui';
import { clsx } from 'clsx';
import { getTranslations } from 'next-intl/server';
import { cookies } from 'next/headers';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { readConfig } from '../../config';
import { chooseTheme, THEME_COOKIE } from '../preferences/locale';
import { LocaleButton } from '../preferences/locale-button';
import { ThemeButton } from '../preferences/theme-button';
import { StepUp } from '../step-up/step-up';
import { AccountMenu } from './account-menu';
import { Crumbs, Nav, TabBar } from './nav';
import type { Place, Waiting } from './places';

interface ShellProps {
  side: 'tenant' | 'provider';
  home: string;
  places: readonly Place[];
  waiting: Waiting;
  /** The organisation, and what this person is in it. */
  owner: { name: string; role: string };
  person: { name: string; email: string };
  accountHref: string;
  /** What stands above every page. */
  notice?: ReactNode;
  children: ReactNode;
}

/** Sidebar, top bar and tab bar around every signed-in page. The provider's sidebar is dark in both themes, so nobody mistakes which side they are on. */
export const Shell = async ({ side, home, places, waiting, owner, person, accountHref, notice, children }: ShellProps) => {
  const t = await getTranslations('shell');
  const theme = chooseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <div className="app">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <aside className={clsx('side', side === 'provider' && 'side-admin')}>
        <div className="side-brand">
          <Link href="/">
            <SealMark />
            <Wordmark label={t('home')} />
          </Link>
        </div>
        <div className="who-s">
          <span className="ava" aria-hidden="true">
            {[...owner.name][0]?.toUpperCase()}
          </span>
          <span className="grow">
            <b className="tr">{owner.name}</b>
            <small className="tr">
              {t(side === 'provider' ? 'providerSide' : 'tenantSide')} · {owner.role}
            </small>
          </span>
        </div>
        <Nav places={places} waiting={waiting} />
        <div className="side-foot row btw">
          <a href={`${readConfig().publicApiUrl}/docs`}>{t('docs')}</a>
          <span>{t('version')}</span>
        </div>
      </aside>
      <div className="stage">
        <header className="topbar">
          <Link className="only-s" href={home} aria-label={t('home')}>
            <SealMark />
          </Link>
          <Crumbs owner={owner.name} home={home} places={places} />
          <div className="right">
            <LocaleButton />
            <ThemeButton />
            <AccountMenu name={person.name} email={person.email} theme={theme} accountHref={accountHref} />
          </div>
        </header>
        {notice}
        <div id="content" tabIndex={-1}>
          <StepUp email={person.email}>{children}</StepUp>
        </div>
      </div>
      <TabBar places={places} waiting={waiting} />
    </div>
  );
};
