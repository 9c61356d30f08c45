'use client';
import { api, type ChangeNotice } from '@inkproof/contract';
import { WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

/** The provider's word on a notice that waits for it. */
export const DecideActs = ({ notice: { id, urgency, waiver } }: { notice: ChangeNotice }) => {
  const t = useTranslations('changes.decide');
  const common = useTranslations('common');
  const [isMissing, setMissing] = useState(false);
  const decide = (verdict: 'accept' | 'refuse' | 'acknowledge', needed: boolean) => (fields: FormData): Work | false => {
    const reason = String(fields.get('reason') ?? '').trim();
    setMissing(needed && !reason);
    return needed && !reason ? false : () => browserApi(api.adminChanges.decide, { params: { id }, body: { verdict, ...(reason && { reason }) } });
  };
  const yes = urgency === 'urgent' ? 'acknowledge' : waiver === null ? 'accept' : 'waive';
  const reason = (needed: boolean) => <WordsField label={t('reason')} name="reason" rows={3} maxLength={2_000} error={isMissing && t('reasonMissing')} optional={needed ? undefined : common('optional')} />;
  return (
    <>
      <ActDialog label={t('refuse.label')} title={t('refuse.title')} done={t('refuse.done')} onSubmit={decide('refuse', true)}>
        {reason(true)}
      </ActDialog>
      <ActDialog label={t(`${yes}.label`)} title={t(`${yes}.title`)} look={{ tone: 'ink', icon: 'check' }} done={t(`${yes}.done`)} onSubmit={decide(yes === 'acknowledge' ? 'acknowledge' : 'accept', yes === 'waive')}>
        <p className="sub">{t(`${yes}.body`)}</p>
        {yes === 'acknowledge' ? null : reason(yes === 'waive')}
      </ActDialog>
    </>
  );
};
