'use client';
import { api } from '@inkproof/contract';
import { TextField } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { AskedFields, readAsked, type Asked } from './asked-fields';

/** Takes in a request that came by letter, at a counter or in the tenant's own app. */
export const TakeIn = () => {
  const t = useTranslations('requests');
  const common = useTranslations('common');
  const locale = useLocale();
  const [wrong, setWrong] = useState<Asked['wrong']>(null);
  const takeIn = (fields: FormData): Work | false => {
    const { asked, email, wrong: fault } = readAsked(fields, locale, false);
    setWrong(fault);
    const subject = String(fields.get('subject')).trim() || undefined;
    return fault ? false : () => browserApi(api.subjectRequests.create, { body: { ...asked, email, subject } });
  };
  return (
    <ActDialog label={t('takeIn')} title={t('takeInTitle')} look={{ tone: 'ink', icon: 'plus' }} done={t('takenIn')} onSubmit={takeIn}>
      <AskedFields wrong={wrong} needsEmail={false} />
      <TextField label={t('subject')} name="subject" maxLength={128} hint={t('subjectHint')} optional={common('optional')} />
    </ActDialog>
  );
};
