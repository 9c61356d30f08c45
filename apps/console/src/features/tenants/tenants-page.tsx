import './tenants.css';
import type { Tenant } from '@inkproof/contract';
import { Empty, Ledger, Mast } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { dayOf } from '../../words/moments';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { EndTag } from './end-tag';
import { OpenTenant } from './open-tenant';

interface TenantsPageProps {
  tenants: readonly Tenant[];
  trail: Trail;
  next: string | null;
  now: Date;
  mayOpen: boolean;
}

/** The organisations that this install serves. */
export const TenantsPage = ({ tenants, trail, next, now, mayOpen }: TenantsPageProps) => {
  const t = useTranslations('admin.tenants');
  const format = useFormatter();
  return (
    <main className="main">
      <Mast title={t('title')} lede={t('lede')} actions={mayOpen ? <OpenTenant /> : null} />
      {tenants.length ? (
        <>
          <Ledger
            caption={t('title')}
            columns={[
              { key: 'name', label: t('name') },
              { key: 'quota', label: t('quota'), numeric: true },
              { key: 'members', label: t('members'), numeric: true },
              { key: 'keys', label: t('keys'), numeric: true },
              { key: 'accepted', label: t('accepted24'), numeric: true },
              { key: 'refused', label: t('refused24'), numeric: true },
              { key: 'failed', label: t('failed24'), numeric: true },
              { key: 'opened', label: t('opened') },
            ]}
          >
            {tenants.map((tenant) => (
              <tr key={tenant.id} className="go">
                <td>
                  <Link className="nm" href={`/admin/tenants/${tenant.id}`}>
                    {tenant.name}
                  </Link>{' '}
                  <EndTag end={tenant.end} now={now} />
                </td>
                <td className="num end">{t('perSecond', { count: tenant.requests_per_second })}</td>
                <td className="num hide">{format.number(tenant.members)}</td>
                <td className="num hide">{format.number(tenant.active_keys)}</td>
                <td className="num sub start" data-k={t('accepted24')}>{format.number(tenant.last_24h.accepted)}</td>
                <td className="num end2 sub" data-k={t('refused24')}>{format.number(tenant.last_24h.refused)}</td>
                <td className="num hide sub">{format.number(tenant.last_24h.failed)}</td>
                <td className="hide sub">{dayOf(tenant.created_at)}</td>
              </tr>
            ))}
          </Ledger>
          <Pager base="/admin/tenants" trail={trail} next={next}>
            {t('foot')}
          </Pager>
        </>
      ) : (
        <Empty title={t('empty')}>{t(mayOpen ? 'emptyBody' : 'emptyReading')}</Empty>
      )}
    </main>
  );
};
