import './tenants.css';
import type { Plan, QuotaTermList, Tenant } from '@inkproof/contract';
import { buttonClass, CopyButton, Facts, Icon, Mast, Section, Stat, Stats } from '@inkproof/ui';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { momentOf } from '../../words/moments';
import { QuotaHistory } from '../quota/quota-history';
import { SetQuota } from '../quota/set-quota';
import { ChangeTenantForm } from './change-tenant-form';
import { EndTag } from './end-tag';
import { PlanFacts } from './plan-facts';

/** One tenant: what it may, what it did today, and, for whoever runs the service, what can be changed. */
export const TenantPage = ({ tenant, now, plans, terms, mayChange, mayLook, children }: { tenant: Tenant; now: Date; plans: readonly Plan[]; terms: QuotaTermList; mayChange: boolean; mayLook: boolean; children?: ReactNode }) => {
  const t = useTranslations('admin.tenants');
  const common = useTranslations('common');
  const findings = useTranslations('findings.reconciliation');
  const attestations = useTranslations('attestations');
  const format = useFormatter();
  const plan = plans.find(({ name }) => name === tenant.plan);
  return (
    <main className="main">
      <Mast
        title={tenant.name}
        lede={
          <>
            {t('openedOn', { moment: momentOf(tenant.created_at) })} <EndTag end={tenant.end} now={now} />
          </>
        }
        actions={
          <>
            <Link className={buttonClass()} href={`/admin/tenants/${tenant.id}/reconciliation`}>
              <Icon name="list" />
              {findings('open')}
            </Link>
            <Link className={buttonClass()} href={`/admin/tenants/${tenant.id}/attestations`}>
              <Icon name="shield" />
              {attestations('title')}
            </Link>
            {mayLook ? (
              <Link className={buttonClass()} href={`/admin/tenants/${tenant.id}/calls`}>
                <Icon name="list" />
                {t('calls')}
              </Link>
            ) : null}
          </>
        }
      />
      <Stats>
        <Stat label={t('quota')} value={format.number(tenant.requests_per_second)} unit={t('perSecondUnit')} note={t('quotaNote')} />
        <Stat label={t('accepted24')} value={format.number(tenant.last_24h.accepted)} note={t('acceptedNote')} />
        <Stat label={t('refused24')} value={format.number(tenant.last_24h.refused)} note={t('refusedNote')} />
        <Stat label={t('failed24')} value={format.number(tenant.last_24h.failed)} note={t('failedNote')} />
      </Stats>
      <QuotaHistory terms={terms} mayChange={mayChange ? tenant.id : undefined} aside={mayChange ? <SetQuota tenantId={tenant.id} now={terms.in_force.requests_per_second} /> : null} />
      <div className="tn">
        <Section title={t(mayChange ? 'change' : 'facts')}>
          {mayChange ? (
            <ChangeTenantForm tenant={tenant} plans={plans} />
          ) : (
            <Facts
              entries={[
                [t('name'), tenant.name],
                [t('plan'), tenant.plan],
              ]}
            />
          )}
        </Section>
        {plan ? <PlanFacts plan={plan} /> : null}
        <Section title={t('onFile')}>
          <Facts
            entries={[
              [
                t('id'),
                <span key="id" className="row">
                  <span className="mono">{tenant.id}</span>
                  <CopyButton text={tenant.id} words={{ copy: common('copy'), copied: common('copied') }} />
                </span>,
              ],
              [t('members'), t('people', { count: tenant.members })],
              [t('keys'), t('keyCount', { count: tenant.active_keys })],
              [t('opened'), t('beijing', { moment: momentOf(tenant.created_at) })],
            ]}
          />
        </Section>
      </div>
      {children}
    </main>
  );
};
