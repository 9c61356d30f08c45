import './landing.css';
import type { Session } from '@inkproof/contract';
import { buttonClass } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { readConfig } from '../../config';
import { homeOf } from '../session/home-of';
import { LandingCall } from './landing-call';
import { LandingHead } from './landing-head';
import { LandingRules } from './landing-rules';
import { LandingSample } from './landing-sample';

/** What this is, shown rather than praised: a real result, the rules it keeps, and the call itself. */
export const LandingPage = ({ session }: { session: Session | null }) => {
  const t = useTranslations('landing');
  const apiUrl = readConfig().publicApiUrl;
  const docs = `${apiUrl}/docs`;
  return (
    <div className="ld">
      <LandingHead session={session} />
      <main>
        <section className="ld-h">
          <h1>{t('title')}</h1>
          <p>{t('lede')}</p>
          <p className="row wrap">
            <Link className={buttonClass({ tone: 'ink', size: 'l' })} href={session ? homeOf(session) : '/sign-in'}>
              {t(session ? 'open' : 'signIn')}
            </Link>
            <a className={buttonClass({ size: 'l' })} href={docs}>
              {t('docs')}
            </a>
          </p>
        </section>
        <LandingSample />
        <LandingRules />
        <LandingCall apiUrl={apiUrl} />
        <section className="ld-s">
          <h2>{t('more.title')}</h2>
          <ul className="ld-m">
            {([['docs', docs], ['openapi', `${apiUrl}/v1/openapi.json`], ['problems', `${docs}/problems`], ['status', '/status']] as const).map(([name, href]) => (
              <li key={name}>
                <a className="link" href={href}>
                  {t(`more.${name}`)}
                </a>
                <span className="sub">{t(`more.${name}Body`)}</span>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className="small dim">{t('foot')}</footer>
    </div>
  );
};
