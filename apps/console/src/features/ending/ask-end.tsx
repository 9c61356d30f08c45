'use client';
import { api, type Tenant } from '@inkproof/contract';
import { TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { textIn, textOf } from '../dialogs/text-of';

/** Asks for a tenant's service to be ended; another person decides. */
export const AskEnd = ({ tenant, earliest, latest }: { tenant: Tenant; earliest: string; latest: string }) => {
  const t = useTranslations('ending.ask');
  const [wrong, setWrong] = useState<'day' | 'reason' | null>(null);
  const ask = (fields: FormData): Work | false => {
    const [lastDay, reason] = [textOf(fields, 'last_day'), textIn(fields, 'reason')];
    const fits = lastDay >= earliest && lastDay <= latest;
    setWrong(!fits ? 'day' : reason ? null : 'reason');
    if (!fits || !reason) return false;
    return () => browserApi(api.adminEnding.ask, { params: { id: tenant.id }, body: { last_day: lastDay, reason } });
  };
  return (
    <ActDialog label={t('act')} title={t('title', { tenant: tenant.name })} look={{ size: 's' }} done={t('done')} onSubmit={ask}>
      <p className="sub s13">{t('lede')}</p>
      <TextField label={t('lastDay')} name="last_day" type="date" min={earliest} max={latest} defaultValue={earliest} hint={t('lastDayHint', { earliest, latest })} error={wrong === 'day' && t('lastDayWrong', { earliest, latest })} />
      <WordsField label={t('reason')} name="reason" maxLength={500} hint={t('reasonHint')} error={wrong === 'reason' && t('reasonMissing')} />
    </ActDialog>
  );
};
