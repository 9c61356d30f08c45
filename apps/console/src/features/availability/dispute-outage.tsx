'use client';
import { api, type Outage } from '@inkproof/contract';
import { WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

/** Objects to what an outage was put down to: opens a ticket that says why, and disputes by it. */
export const DisputeOutage = ({ id, name }: { id: Outage['id']; name: string }) => {
  const t = useTranslations('availability.dispute');
  const [isMissing, setMissing] = useState(false);
  // One that was opened before the dispute was refused is used again.
  const [opened, setOpened] = useState<`tkt_${string}` | null>(null);
  const dispute = (fields: FormData): Work | false => {
    const words = String(fields.get('words')).trim();
    setMissing(!words);
    if (!words) return false;
    return async () => {
      const ticket = opened ?? (await browserApi(api.tickets.create, { body: { subject: t('subject', { name, id }), words, priority: 'p3' } })).id;
      setOpened(ticket);
      await browserApi(api.availability.dispute, { params: { id }, body: { ticket } });
    };
  };
  return (
    <ActDialog label={t('act')} title={t('title')} look={{ size: 's' }} done={t('done')} onSubmit={dispute}>
      <p>{t('body')}</p>
      <WordsField label={t('words')} name="words" rows={5} maxLength={20_000} error={isMissing && t('missing')} />
    </ActDialog>
  );
};
