'use client';
import { api, type Plan, type Tenant } from '@inkproof/contract';
import { Button, SelectField, TextField, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

/** Name and plan. What is not different cannot be saved. */
export const ChangeTenantForm = ({ tenant, plans }: { tenant: Pick<Tenant, 'id' | 'name' | 'plan'>; plans: readonly Plan[] }) => {
  const t = useTranslations('admin.tenants');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send } = useSend();
  const [name, setName] = useState(tenant.name);
  const [plan, setPlan] = useState(tenant.plan);
  const isNamed = name.trim() !== '';
  const isSame = name.trim() === tenant.name && plan === tenant.plan;
  const save = async (event: React.FormEvent) => {
    event.preventDefault();
    if (!isNamed || isSame) return;
    const body = { name: name.trim(), plan };
    if (!(await send(() => browserApi(api.admin.changeTenant, { params: { id: tenant.id }, body })))) return;
    say(t('saved'));
    router.refresh();
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="tn-f tn-e">
      <ProblemBar problem={problem} />
      <TextField label={t('name')} value={name} onChange={(event) => setName(event.target.value)} error={!isNamed && t('fault.name')} maxLength={120} autoComplete="off" />
      <SelectField label={t('plan')} value={plan} onChange={(event) => setPlan(event.target.value)} hint={t('planHint')} options={plans.map(({ name: one }) => ({ value: one, label: one }))} />
      <Button type="submit" tone="ink" busy={busy} blocked={!isNamed || isSame}>
        {common(busy ? 'saving' : 'save')}
      </Button>
    </form>
  );
};
