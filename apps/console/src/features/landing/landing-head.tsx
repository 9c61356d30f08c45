import type { Session } from '@inkproof/contract';
import { buttonClass } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { LocaleButton } from '../preferences/locale-button';
import { ThemeButton } from '../preferences/theme-button';
import { homeOf } from '../session/home-of';
import { Brand } from '../shell/brand';

export const LandingHead = ({ session }: { session: Session | null }) => {
  const t = useTranslations('landing');
  return (
    <header className="row btw">
      <Brand />
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
