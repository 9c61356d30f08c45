import './notices.css';
import { ATTAINMENT_TARGET, type PublishedNotice, type TenantName } from '@inkproof/contract';
import { Ledger, Mast, Tag } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { Attainment } from './attainment';
import { NothingFound } from './nothing-found';
import { LedgerFilter } from './ledger-filter';
import { ledgerHref, type LedgerQuery } from './ledger-query';
import { wordsFor } from '../../words/words-for';

interface NoticesPageProps {
  items: readonly PublishedNotice[];
  query: LedgerQuery;
  tenant: TenantName | undefined;
  trail: Trail;
  next: string | null;
}

/** What was published, and whether it has reached those to whom it is owed. */
export const NoticesPage = ({ items, query, tenant, trail, next }: NoticesPageProps) => {
  const t = useTranslations('notices');
  const locale = useLocale();
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede', { target: ATTAINMENT_TARGET })} />
      <LedgerFilter view="notices" query={query} tenant={tenant} />
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
        <NothingFound query={query} />
      )}
      {items.length || trail.cursor ? <Pager base={ledgerHref('notices', query)} trail={trail} next={next} /> : null}
    </main>
  );
};
