import type { ForwardedSummary } from '@inkproof/contract';
import { Empty, Ledger, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { RequestClock } from './request-clock';
import { RequestState } from './request-state';

/** What people wrote to the provider and was passed on, and how it stands. Not what they wrote. */
export const ForwardedPage = ({ items, trail, next, acts }: { items: readonly ForwardedSummary[]; trail: Trail; next: string | null; acts: ReactNode }) => {
  const t = useTranslations('requests');
  return (
    <main className="main">
      <Mast title={t('forward.title')} lede={t('forward.lede')} actions={acts} />
      {items.length ? (
        <Ledger caption={t('forward.title')} columns={[{ key: 'tenant', label: t('forward.tenant') }, { key: 'kind', label: t('column.kind') }, { key: 'received', label: t('column.received') }, { key: 'clock', label: t('column.clock') }, { key: 'state', label: t('column.state') }]}>
          {items.map((request) => (
            <tr key={request.id}>
              <td>{request.tenant.name}</td>
              <td>{t(`kind.${request.kind}`)}</td>
              <td className="hide sub">
                <Moment at={request.clock.received_at} />
              </td>
              <td className="hide">
                <RequestClock clock={request.clock} ended={request.ended_at !== null} />
              </td>
              <td className="end">
                <RequestState state={request.state} />
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('forward.empty')}>{t('forward.emptyBody')}</Empty>
      )}
      {items.length || trail.cursor ? <Pager base="/admin/requests" trail={trail} next={next} /> : null}
    </main>
  );
};
