import type { Session } from '@inkproof/contract';
import { buttonClass, SealMark, Wordmark } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { LocaleButton } from '../preferences/locale-button';
import { ThemeButton } from '../preferences/theme-button';
import { homeOf } from '../session/home-of';

export const LandingHead = ({ session }: { session: Session | null }) => {
  const t = useTranslations('landing');
  const shell = useTranslations('shell');
  return (
    <header className="row btw">
      <Link href="/" className="brand">
        <SealMark size={32} />
        <Wordmark label={shell('home')} />
      </Link>
      <span className="row">
        <ThemeButton />
        <LocaleButton />
        <Link className={`${buttonClass({ size: 's' })} only-l`} href={session ? homeOf(session) : '/sign-in'}>
          {t(session ? 'open' : 'signIn')}
        </Link>
      </span>
    </header>
  );
};
