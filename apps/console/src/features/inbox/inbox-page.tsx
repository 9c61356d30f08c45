import './inbox.css';
import { noticeTopics, type InboxNotice, type NoticeTopic } from '@inkproof/contract';
import { buttonClass, Empty, Mast, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { InboxEntry } from './inbox-entry';

export const inboxViews = ['all', 'unread'] as const;
export type InboxView = (typeof inboxViews)[number];

interface InboxPageProps {
  base: '/inbox' | '/admin/inbox';
  items: readonly InboxNotice[];
  view: InboxView;
  topic: NoticeTopic | undefined;
  trail: Trail;
  next: string | null;
}

/** What somebody was told, the same on both sides. */
export const InboxPage = ({ base, items, view, topic, trail, next }: InboxPageProps) => {
  const t = useTranslations('inbox');
  const hrefOf = (asked: { view?: InboxView; topic?: NoticeTopic | null }): string => {
    const query = new URLSearchParams();
    const [show, about] = [asked.view ?? view, asked.topic === undefined ? topic : asked.topic];
    if (show !== 'all') query.set('show', show);
    if (about) query.set('topic', about);
    return query.size ? `${base}?${query}` : base;
  };
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={
          <Link className={buttonClass({})} href={`${base}/preferences`}>
            {t('preferences')}
          </Link>
        }
      />
      <div className="filters nt-f">
        <Seg label={t('show')}>
          {inboxViews.map((one) => (
            <Link key={one} href={hrefOf({ view: one })} aria-current={one === view ? 'true' : undefined}>
              {t(`view.${one}`)}
            </Link>
          ))}
        </Seg>
        <Seg label={t('about')}>
          <Link href={hrefOf({ topic: null })} aria-current={topic ? undefined : 'true'}>
            {t('topic.any')}
          </Link>
          {noticeTopics.map((one) => (
            <Link key={one} href={hrefOf({ topic: one })} aria-current={one === topic ? 'true' : undefined}>
              {t(`topic.${one}`)}
            </Link>
          ))}
        </Seg>
      </div>
      {items.length ? (
        <ul className="nt-list" aria-label={t('title')}>
          {items.map((entry) => (
            <InboxEntry key={entry.id} entry={entry} stays={view === 'all'} when={<Moment at={entry.published_at} />} />
          ))}
        </ul>
      ) : (
        <Empty title={t(view === 'unread' ? 'nothingUnread' : 'empty')} written={view === 'unread' ? 5 : 0}>
          {t('emptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={hrefOf({})} trail={trail} next={next} /> : null}
    </main>
  );
};
