import './sign-in.css';
import type { SignInOptions } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { readConfig } from '../../config';
import { LocaleButton } from '../preferences/locale-button';
import { ThemeButton } from '../preferences/theme-button';
import { Brand } from '../shell/brand';
import { SignInDesk } from './sign-in-desk';
import { Specimen } from './specimen';

export const SignInPage = ({ next, options }: { next: string | undefined; options: SignInOptions }) => (
  <Door>
    <SignInDesk next={next} options={options} />
  </Door>
);

/** The door. Beside it hangs a specimen of what everything behind it leaves: a record. */
export const Door = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('signIn');
  const shell = useTranslations('shell');
  return (
    <div className="si">
      <main className="si-l">
        <div className="row btw">
          <Brand />
          <span className="row">
            <ThemeButton />
            <LocaleButton />
          </span>
        </div>
        {children}
        <footer className="row btw small dim wrap">
          <span>{t('motto')}</span>
          <a className="link" href={`${readConfig().publicApiUrl}/docs`}>
            {shell('docs')}
          </a>
        </footer>
      </main>
      <Specimen />
    </div>
  );
};
