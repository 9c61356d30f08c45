'use client';
import { api, idOf } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../requests/act-dialog';

const textOf = (fields: FormData, name: string): string | undefined => String(fields.get(name) ?? '').trim() || undefined;
const SHANGHAI = '+08:00';
const startOf = (day: string | undefined): string | undefined => (day === undefined ? undefined : new Date(`${day}T00:00:00${SHANGHAI}`).toISOString());

/** Announces that a sample of a tenant's authorisations will be drawn. */
export const AnnounceInspection = ({ tenants }: { tenants: readonly { id: string; name: string }[] }) => {
  const t = useTranslations('inspections.announce');
  const common = useTranslations('common');
  const [wrong, setWrong] = useState<'size' | 'reason' | null>(null);
  const announce = (fields: FormData): Work | false => {
    const [size, reason] = [Number(fields.get('size')), textOf(fields, 'reason')];
    const isSize = Number.isInteger(size) && size >= 1 && size <= 500;
    setWrong(!isSize ? 'size' : reason === undefined ? 'reason' : null);
    if (!isSize || reason === undefined) return false;
    const filing = textOf(fields, 'filing');
    return () => browserApi(api.adminInspections.announce, { body: { tenant: String(fields.get('tenant')) as `ten_${string}`, filing: filing === undefined ? undefined : idOf('flg').parse(filing), from: startOf(textOf(fields, 'from')), to: startOf(textOf(fields, 'to')), size, answer_days: Number(fields.get('days')), reason } });
  };
  return (
    <ActDialog label={t('act')} title={t('title')} look={{ tone: 'ink', icon: 'plus' }} done={t('done')} onSubmit={announce}>
      <SelectField label={t('tenant')} name="tenant" options={tenants.map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField label={t('filing')} name="filing" placeholder="flg_…" hint={t('filingHint')} optional={common('optional')} />
      <TextField label={t('from')} name="from" type="date" optional={common('optional')} />
      <TextField label={t('to')} name="to" type="date" optional={common('optional')} />
      <TextField label={t('size')} name="size" type="number" min={1} max={500} defaultValue={20} error={wrong === 'size' && t('sizeWrong')} />
      <SelectField label={t('days')} name="days" defaultValue="10" options={['5', '10', '20', '30'].map((value) => ({ value, label: t('daysCount', { days: Number(value) }) }))} />
      <WordsField label={t('reason')} name="reason" maxLength={1000} hint={t('reasonHint')} error={wrong === 'reason' && t('reasonMissing')} />
    </ActDialog>
  );
};
