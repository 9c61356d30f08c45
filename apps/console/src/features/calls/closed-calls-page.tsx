import type { Tenant } from '@inkproof/contract';
import { buttonClass, Empty, Mast, Stat, Stats } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { OpenAccess } from '../support-access/open-access';

/** The calls of a tenant to staff without a support access: what they came to, and the way to open one. */
export const ClosedCallsPage = ({ tenant, mayOpen }: { tenant: Tenant; mayOpen: boolean }) => {
  const t = useTranslations('calls');
  const admin = useTranslations('admin.tenants');
  const format = useFormatter();
  return (
    <main className="main">
      <Mast title={t('titleOf', { tenant: tenant.name })} lede={t('closedLede')} />
      <Stats>
        <Stat label={admin('accepted24')} value={format.number(tenant.last_24h.accepted)} note={admin('acceptedNote')} />
        <Stat label={admin('refused24')} value={format.number(tenant.last_24h.refused)} note={admin('refusedNote')} />
        <Stat label={admin('failed24')} value={format.number(tenant.last_24h.failed)} note={admin('failedNote')} />
      </Stats>
      <Empty
        title={t('closed')}
        actions={
          <>
            {mayOpen ? <OpenAccess tenant={tenant} tone="ink" /> : null}
            <Link className={buttonClass()} href={`/admin/tenants/${tenant.id}`}>
              {t('backToTenant')}
            </Link>
          </>
        }
      >
        {t(mayOpen ? 'closedBody' : 'closedForRole')}
      </Empty>
    </main>
  );
};
