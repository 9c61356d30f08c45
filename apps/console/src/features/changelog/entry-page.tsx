import '../landing/landing.css';
import './changelog.css';
import type { ChangelogEntry, Session } from '@inkproof/contract';
import { Mast } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { LandingHead } from '../landing/landing-head';
import { EntryTags, EntryText } from './entry-text';
import { wordsFor } from '../../words/words-for';

/** One change, where the `Link` of an answer leads. */
export const EntryPage = ({ entry, session }: { entry: ChangelogEntry; session: Session | null }) => {
  const t = useTranslations('changelog');
  const locale = useLocale();
  return (
    <div className="ld cl">
      <LandingHead session={session} />
      <main>
        <Mast title={wordsFor(locale, entry.title)} lede={<EntryTags entry={entry} />} />
        <EntryText entry={entry} />
        <p className="mt-3">
          <Link className="link" href="/changelog">
            {t('all')}
          </Link>
        </p>
      </main>
    </div>
  );
};
