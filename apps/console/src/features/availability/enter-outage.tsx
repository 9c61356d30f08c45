'use client';
import { api } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { TenantField } from '../tenants/tenant-field';
import { momentIn } from './component-choice';

/** Enters an outage that no probe saw. */
export const EnterOutage = ({ components }: { components: readonly { value: string; label: string }[] }) => {
  const t = useTranslations('availability.enter');
  const common = useTranslations('common');
  const [missing, setMissing] = useState<'from' | 'words' | null>(null);
  const enter = (fields: FormData): Work | false => {
    const [from, until, words, tenant] = [momentIn(fields, 'from'), momentIn(fields, 'until'), String(fields.get('words')).trim(), String(fields.get('tenant') ?? '')];
    setMissing(from === undefined ? 'from' : words ? null : 'words');
    if (from === undefined || !words) return false;
    return () => browserApi(api.adminAvailability.enter, { body: { component: String(fields.get('component')), from, words, ...(until && { until }), ...(tenant && { tenant: tenant as `ten_${string}` }) } });
  };
  return (
    <ActDialog label={t('act')} title={t('act')} done={t('done')} onSubmit={enter}>
      <SelectField label={t('component')} name="component" options={components} />
      <TextField label={t('from')} name="from" type="datetime-local" step="1" error={missing === 'from' && t('fromMissing')} />
      <TextField label={t('until')} name="until" type="datetime-local" step="1" hint={t('untilHint')} optional={common('optional')} />
      <WordsField label={t('words')} name="words" maxLength={2_000} error={missing === 'words' && t('wordsMissing')} />
      <p className="sub small">{t('tenantHint')}</p>
      <TenantField />
    </ActDialog>
  );
};
