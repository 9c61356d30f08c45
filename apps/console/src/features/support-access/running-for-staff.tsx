'use client';
import { api, type OwnSupportAccess } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { browserApi } from '../../browser-api';
import { EndAccess } from './end-access';
import { TimeLeft } from './time-left';
import { useRunning } from './use-running';

const ask = () => browserApi(api.adminSupport.own);

/** Above every page of the desk, while an access of one's own runs: to whose data, why, how long still, and the way to end it. */
export const RunningForStaff = ({ accesses }: { accesses: readonly OwnSupportAccess[] }) => {
  const t = useTranslations('supportAccess');
  return useRunning(accesses, ask).map(({ id, tenant_id: tenantId, tenant_name: tenant, reason, ticket, ends_at: endsAt }) => (
    <div key={id} className="strip strip-zhu" role="status">
      <span className="dot dot-zhu" aria-hidden="true" />
      <span>
        {t.rich('lookingAt', {
          tenant: () => (
            <Link className="link" href={`/admin/tenants/${tenantId}/calls`}>
              <b>{tenant}</b>
            </Link>
          ),
        })}
      </span>
      <span className="grow">
        {t('bannerBody', { reason })}
        {ticket ? ` ${t('ticket', { ticket })}` : null}
      </span>
      <TimeLeft until={endsAt} />
      <EndAccess id={id} side="provider" />
    </div>
  ));
};
