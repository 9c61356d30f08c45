'use client';
import { api, securityKinds, type SecurityKind } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { instantOf, localOf } from '../../words/wall-clock';

/** Tells the provider at once of abnormal traffic or an attack. */
export const ReportSecurity = () => {
  const t = useTranslations('changes.security');
  const [isMissing, setMissing] = useState(false);
  const report = (fields: FormData): Work | false => {
    const [words, since] = [String(fields.get('words')).trim(), String(fields.get('since'))];
    setMissing(!words);
    return words ? () => browserApi(api.securityNotices.report, { body: { kind: String(fields.get('kind')) as SecurityKind, since: instantOf(since), words } }) : false;
  };
  return (
    <ActDialog label={t('report')} title={t('report')} look={{ tone: 'zhu', icon: 'warn' }} done={t('reported')} onSubmit={report}>
      <p className="sub s13">{t('reportBody')}</p>
      <SelectField label={t('kind')} name="kind" options={securityKinds.map((value) => ({ value, label: t(`kindOf.${value}`) }))} />
      <TextField label={t('since')} hint={t('sinceHint')} name="since" type="datetime-local" defaultValue={localOf(new Date().toISOString())} required />
      <WordsField label={t('words')} name="words" rows={5} maxLength={5_000} hint={t('wordsHint')} error={isMissing && t('wordsMissing')} />
    </ActDialog>
  );
};
