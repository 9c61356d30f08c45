import type { SupportAccess, Tenant } from '@inkproof/contract';
import { Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { AccessLedger } from './access-ledger';
import { EndAccess } from './end-access';
import { LookAt } from './look-at';
import { OpenAccess } from './open-access';

/** On the page of a tenant: who of the staff looks at its data, and the way to look oneself. */
export const TenantAccesses = ({ tenant, accesses, mayOpen, self }: { tenant: Tenant; accesses: readonly SupportAccess[]; mayOpen: boolean; self: string }) => {
  const t = useTranslations('supportAccess');
  const acts = ({ id, person }: SupportAccess) =>
    person.id === self ? (
      <span className="row">
        <LookAt id={id} />
        <EndAccess id={id} side="provider" />
      </span>
    ) : null;
  return (
    <Section title={t('adminTitle')} aside={mayOpen ? <OpenAccess tenant={tenant} size="s" /> : null}>
      {accesses.length ? <AccessLedger accesses={accesses} acts={acts} /> : <p className="dim">{t('adminEmpty')}</p>}
    </Section>
  );
};
