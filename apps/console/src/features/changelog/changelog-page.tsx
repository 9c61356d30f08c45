import '../landing/landing.css';
import './changelog.css';
import type { ChangelogEntry, Session } from '@inkproof/contract';
import { Empty, Mast } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';
import { LandingHead } from '../landing/landing-head';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { EntryTags, EntryText } from './entry-text';
import { wordsFor } from '../../words/words-for';

/** What changed and what will, for everybody, newest first. */
export const ChangelogPage = ({ items, trail, next, session }: { items: readonly ChangelogEntry[]; trail: Trail; next: string | null; session: Session | null }) => {
  const t = useTranslations('changelog');
  const locale = useLocale();
  return (
    <div className="ld cl">
      <LandingHead session={session} />
      <main>
        <Mast title={t('title')} lede={t('lede')} />
        {items.length ? (
          <ol className="cl-l">
            {items.map((entry) => (
              <li key={entry.id}>
                <time className="num sub" dateTime={entry.published_at}>
                  {dayOf(entry.published_at)}
                </time>
                <article>
                  <EntryTags entry={entry} />
                  <h2 className="mt-1">
                    <Link className="link" href={`/changelog/${entry.id}`}>
                      {wordsFor(locale, entry.title)}
                    </Link>
                  </h2>
                  <EntryText entry={entry} />
                </article>
              </li>
            ))}
          </ol>
        ) : (
          <Empty title={t('empty')} written={0}>
            {t('emptyBody')}
          </Empty>
        )}
        {items.length || trail.cursor ? <Pager base="/changelog" trail={trail} next={next} /> : null}
      </main>
    </div>
  );
};
