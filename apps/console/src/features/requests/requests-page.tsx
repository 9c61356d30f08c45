import './requests.css';
import type { RequestDesk, SubjectRequestSummary } from '@inkproof/contract';
import { Empty, Ledger, Mast, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { DeskCard } from './desk-card';
import { RequestClock } from './request-clock';
import { RequestState } from './request-state';
import { TakeIn } from './take-in';

export const requestFilters = ['open', 'overdue', 'all'] as const;
export type RequestFilter = (typeof requestFilters)[number];

interface RequestsPageProps {
  items: readonly SubjectRequestSummary[];
  desk: RequestDesk;
  filter: RequestFilter;
  trail: Trail;
  next: string | null;
  mayKeep: boolean;
}

/** What people asked: those that wait for an answer, those that are late, or all. */
export const RequestsPage = ({ items, desk, filter, trail, next, mayKeep }: RequestsPageProps) => {
  const t = useTranslations('requests');
  const base = filter === 'open' ? '/requests' : `/requests?show=${filter}`;
  return (
    <main className="main rq">
      <Mast title={t('title')} lede={t('lede')} actions={mayKeep ? <TakeIn /> : null} />
      <DeskCard desk={desk} mayKeep={mayKeep} />
      <div className="filters">
        <Seg label={t('column.state')}>
          {requestFilters.map((one) => (
            <Link key={one} href={one === 'open' ? '/requests' : `/requests?show=${one}`} aria-current={one === filter ? 'true' : undefined}>
              {t(`filter.${one}`)}
            </Link>
          ))}
        </Seg>
      </div>
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'kind', label: t('column.kind') }, { key: 'from', label: t('column.source') }, { key: 'received', label: t('column.received') }, { key: 'clock', label: t('column.clock') }, { key: 'state', label: t('column.state') }]}>
          {items.map((request) => (
            <tr key={request.id}>
              <td>
                <Link className="link" href={`/requests/${request.id}`}>
                  {t(`kind.${request.kind}`)}
                </Link>
                {request.relation === 'self' ? null : <span className="dim"> {t(`relation.${request.relation}`)}</span>}
              </td>
              <td className="hide sub">{t(`source.${request.source}`)}</td>
              <td className="hide sub">
                <Moment at={request.clock.received_at} />
              </td>
              <td>
                <RequestClock clock={request.clock} ended={request.ended_at !== null} />
              </td>
              <td className="end">
                <RequestState state={request.state} />
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t(`empty.${filter}`)} written={filter === 'all' ? 0 : 5}>
          {t('emptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={base} trail={trail} next={next} /> : null}
    </main>
  );
};
