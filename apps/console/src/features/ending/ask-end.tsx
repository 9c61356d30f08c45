'use client';
import { api, type Tenant } from '@inkproof/contract';
import { WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { textIn } from '../dialogs/text-of';
import { lastDayIn, LastDayField, type LastDays } from './last-day-field';

/** Asks for a tenant's service to be ended; another person decides. */
export const AskEnd = ({ tenant, days }: { tenant: Tenant; days: LastDays }) => {
  const t = useTranslations('ending.ask');
  const [wrong, setWrong] = useState<'day' | 'reason' | null>(null);
  const ask = (fields: FormData): Work | false => {
    const [lastDay, reason] = [lastDayIn(fields, days), textIn(fields, 'reason')];
    setWrong(!lastDay ? 'day' : reason ? null : 'reason');
    if (!lastDay || !reason) return false;
    return () => browserApi(api.adminEnding.ask, { params: { id: tenant.id }, body: { last_day: lastDay, reason } });
  };
  return (
    <ActDialog label={t('act')} title={t('title', { tenant: tenant.name })} look={{ size: 's' }} done={t('done')} onSubmit={ask}>
      <p className="sub s13">{t('lede')}</p>
      <LastDayField days={days} hint={t('lastDayHint', { ...days })} isUnfit={wrong === 'day'} />
      <WordsField label={t('reason')} name="reason" maxLength={500} hint={t('reasonHint')} error={wrong === 'reason' && t('reasonMissing')} />
    </ActDialog>
  );
};
