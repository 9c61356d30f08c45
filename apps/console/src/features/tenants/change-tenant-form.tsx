'use client';
import { api, type Plan, type Tenant } from '@inkproof/contract';
import { Button, SelectField, TextField, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { LEAST_QUOTA, MOST_QUOTA } from './quota-bounds';
import { readWholeNumber } from './whole-number';

/** Name, quota and plan. What is not different cannot be saved. */
export const ChangeTenantForm = ({ tenant, plans }: { tenant: Pick<Tenant, 'id' | 'name' | 'requests_per_second' | 'plan'>; plans: readonly Plan[] }) => {
  const t = useTranslations('admin.tenants');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send } = useSend();
  const [name, setName] = useState(tenant.name);
  const [quota, setQuota] = useState(String(tenant.requests_per_second));
  const [plan, setPlan] = useState(tenant.plan);
  const requestsPerSecond = readWholeNumber(quota, LEAST_QUOTA, MOST_QUOTA);
  const isNamed = name.trim() !== '';
  const isSame = name.trim() === tenant.name && requestsPerSecond === tenant.requests_per_second && plan === tenant.plan;
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!isNamed || requestsPerSecond === null || isSame) return;
    const body = { name: name.trim(), requests_per_second: requestsPerSecond, plan };
    if (!(await send(() => browserApi(api.admin.changeTenant, { params: { id: tenant.id }, body })))) return;
    setQuota(String(requestsPerSecond));
    say(t('saved'));
    router.refresh();
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="tn-f tn-e">
      <ProblemBar problem={problem} />
      <TextField label={t('name')} value={name} onChange={(event) => setName(event.target.value)} error={!isNamed && t('fault.name')} maxLength={120} autoComplete="off" />
      <TextField
        label={t('quota')}
        value={quota}
        onChange={(event) => setQuota(event.target.value)}
        inputMode="numeric"
        hint={t('quotaHint')}
        error={requestsPerSecond === null && t('fault.quota', { least: LEAST_QUOTA, most: MOST_QUOTA })}
        autoComplete="off"
      />
      <SelectField label={t('plan')} value={plan} onChange={(event) => setPlan(event.target.value)} hint={t('planHint')} options={plans.map(({ name: one }) => ({ value: one, label: one }))} />
      <Button type="submit" tone="ink" busy={busy} blocked={!isNamed || requestsPerSecond === null || isSame}>
        {common(busy ? 'saving' : 'save')}
      </Button>
    </form>
  );
};
