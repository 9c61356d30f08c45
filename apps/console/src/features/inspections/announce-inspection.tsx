'use client';
import { api, idOf } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { TenantField } from '../tenants/tenant-field';
import { readTenantChoice } from '../tenants/read-tenant-choice';
import { textIn } from '../dialogs/text-of';

const SHANGHAI = '+08:00';
const startOf = (day: string | undefined): string | undefined => (day === undefined ? undefined : new Date(`${day}T00:00:00${SHANGHAI}`).toISOString());

/** Announces that a sample of a tenant's authorisations will be drawn. */
export const AnnounceInspection = () => {
  const t = useTranslations('inspections.announce');
  const common = useTranslations('common');
  const [wrong, setWrong] = useState<'tenant' | 'filing' | 'size' | 'reason' | null>(null);
  const announce = (fields: FormData): Work | false => {
    const [tenant, size, reason] = [readTenantChoice(fields), Number(fields.get('size')), textIn(fields, 'reason')];
    const isSize = Number.isInteger(size) && size >= 1 && size <= 500;
    const filing = idOf('flg').optional().safeParse(textIn(fields, 'filing'));
    setWrong(!tenant ? 'tenant' : !filing.success ? 'filing' : !isSize ? 'size' : reason === undefined ? 'reason' : null);
    if (!tenant || !filing.success || !isSize || reason === undefined) return false;
    return () => browserApi(api.adminInspections.announce, { body: { tenant, filing: filing.data, from: startOf(textIn(fields, 'from')), to: startOf(textIn(fields, 'to')), size, answer_days: Number(fields.get('days')), reason } });
  };
  return (
    <ActDialog label={t('act')} title={t('title')} look={{ tone: 'ink', icon: 'plus' }} done={t('done')} onSubmit={announce}>
      <TenantField isMissing={wrong === 'tenant'} />
      <TextField label={t('filing')} name="filing" placeholder="flg_…" hint={t('filingHint')} error={wrong === 'filing' && t('filingWrong')} optional={common('optional')} />
      <TextField label={t('from')} name="from" type="date" optional={common('optional')} />
      <TextField label={t('to')} name="to" type="date" optional={common('optional')} />
      <TextField label={t('size')} name="size" type="number" min={1} max={500} defaultValue={20} error={wrong === 'size' && t('sizeWrong')} />
      <SelectField label={t('days')} name="days" defaultValue="10" options={['5', '10', '20', '30'].map((value) => ({ value, label: t('daysCount', { days: Number(value) }) }))} />
      <WordsField label={t('reason')} name="reason" maxLength={1000} hint={t('reasonHint')} error={wrong === 'reason' && t('reasonMissing')} />
    </ActDialog>
  );
};
