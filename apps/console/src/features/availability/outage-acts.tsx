'use client';
import { api, type Outage, type OutageDispute } from '@inkproof/contract';
import { SelectField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

/** Says that an outage is over now. */
export const EndOutage = ({ id }: { id: Outage['id'] }) => {
  const t = useTranslations('availability.end');
  return (
    <ActDialog label={t('act')} title={t('title')} done={t('done')} onSubmit={() => () => browserApi(api.adminAvailability.end, { params: { id }, body: {} })}>
      <p>{t('body')}</p>
    </ActDialog>
  );
};

/** Answers a dispute. */
export const SettleDispute = ({ id, dispute }: { id: Outage['id']; dispute: OutageDispute['id'] }) => {
  const t = useTranslations('availability.settle');
  const [isMissing, setMissing] = useState(false);
  const settle = (fields: FormData): Work | false => {
    const [state, answer] = ['state', 'answer'].map((name) => String(fields.get(name)).trim()) as ['upheld' | 'rejected', string];
    setMissing(!answer);
    return answer ? () => browserApi(api.adminAvailability.settle, { params: { id, dispute }, body: { state, answer } }) : false;
  };
  return (
    <ActDialog label={t('act')} title={t('title')} look={{ size: 's' }} done={t('done')} onSubmit={settle}>
      <SelectField label={t('state')} name="state" options={(['upheld', 'rejected'] as const).map((value) => ({ value, label: t(value) }))} hint={t('hint')} />
      <WordsField label={t('answer')} name="answer" maxLength={2_000} error={isMissing && t('missing')} />
    </ActDialog>
  );
};
