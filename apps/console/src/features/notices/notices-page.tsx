import './notices.css';
import { ATTAINMENT_TARGET, noticeTopics, type NoticeTopic, type PublishedNotice } from '@inkproof/contract';
import { Empty, Ledger, Mast, Seg, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { Attainment } from './attainment';
import { wordsFor } from '../../words/words-for';

const hrefOf = (topic: NoticeTopic | undefined): string => (topic ? `/admin/notices?topic=${topic}` : '/admin/notices');

/** What was published, and whether it has reached those to whom it is owed. */
export const NoticesPage = ({ items, topic, trail, next }: { items: readonly PublishedNotice[]; topic: NoticeTopic | undefined; trail: Trail; next: string | null }) => {
  const t = useTranslations('notices');
  const topics = useTranslations('inbox.topic');
  const locale = useLocale();
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede', { target: ATTAINMENT_TARGET })} />
      <div className="filters ln-f">
        <Seg label={t('topic')}>
          <Link href={hrefOf(undefined)} aria-current={topic ? undefined : 'true'}>
            {topics('any')}
          </Link>
          {noticeTopics.map((one) => (
            <Link key={one} href={hrefOf(one)} aria-current={one === topic ? 'true' : undefined}>
              {topics(one)}
            </Link>
          ))}
        </Seg>
      </div>
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'title', label: t('column.title') }, { key: 'at', label: t('column.published') }, { key: 'by', label: t('column.reachBy') }, { key: 'tenants', label: t('column.tenants'), numeric: true }, { key: 'reached', label: t('column.reached'), numeric: true }]}>
          {items.map((notice) => (
            <tr key={notice.id}>
              <td>
                <Link className="link" href={`/admin/notices/${notice.id}`}>
                  {wordsFor(locale, notice.title)}
                </Link>{' '}
                {notice.spread_at ? null : <Tag tone="dash">{t('spreading')}</Tag>}
              </td>
              <td className="hide sub">
                <Moment at={notice.published_at} />
              </td>
              <td className="hide sub">{notice.reach_by ? <Moment at={notice.reach_by} /> : '—'}</td>
              <td className="num hide sub">{notice.to_staff ? t('staff') : notice.tenants}</td>
              <td className="num end">
                <Attainment notice={notice} />
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('empty')}>{t('emptyBody')}</Empty>
      )}
      {items.length || trail.cursor ? <Pager base={hrefOf(topic)} trail={trail} next={next} /> : null}
    </main>
  );
};
