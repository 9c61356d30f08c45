import './sign-in.css';
import { useTranslations } from 'next-intl';
import { readConfig } from '../../config';
import { LocaleButton } from '../preferences/locale-button';
import { ThemeButton } from '../preferences/theme-button';
import { Brand } from '../shell/brand';
import { SignInForm } from './sign-in-form';
import { Specimen } from './specimen';

/** The door. Beside it hangs a specimen of what everything behind it leaves: a record. */
export const SignInPage = ({ next }: { next: string | undefined }) => {
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
        <SignInForm next={next} />
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
