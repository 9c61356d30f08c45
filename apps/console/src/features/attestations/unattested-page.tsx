import { ATTEST_WITHIN_DAYS, type Unattested } from '@inkproof/contract';
import { Empty, Ledger, Mast } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { lastDayOf } from '../requests/request-clock';

/** Tenants that have not attested that their own copies are deleted, those that are late first. */
export const UnattestedPage = ({ tenants }: { tenants: readonly Unattested[] }) => {
  const t = useTranslations('attestations');
  const format = useFormatter();
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('adminLede', { days: ATTEST_WITHIN_DAYS })} />
      {tenants.length ? (
        <Ledger
          caption={t('title')}
          columns={[
            { key: 'tenant', label: t('column.tenant') },
            { key: 'oldest', label: t('column.oldest') },
            { key: 'count', label: t('column.count'), numeric: true },
            { key: 'open', label: t('column.open'), numeric: true },
            { key: 'late', label: t('column.late'), numeric: true },
          ]}
        >
          {tenants.map(({ tenant, open, late, copies, oldest_due_at: oldest }) => (
            <tr key={tenant.id}>
              <td>
                <Link className="link" href={`/admin/tenants/${tenant.id}/attestations${late ? '?show=late' : ''}`}>
                  {tenant.name}
                </Link>
              </td>
              <td className="sub" data-k={t('column.oldest')}>
                {lastDayOf(oldest)}
              </td>
              <td className="num start" data-k={t('column.count')}>
                {format.number(copies)}
              </td>
              <td className="num start" data-k={t('column.open')}>
                {format.number(open)}
              </td>
              <td className={late ? 'num end zhu' : 'num end'} data-k={t('column.late')}>
                {format.number(late)}
              </td>
            </tr>
          ))}
        </Ledger>
      ) : (
        <Empty title={t('emptyTenants')}>{t('emptyTenantsBody')}</Empty>
      )}
    </main>
  );
};
