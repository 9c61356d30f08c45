'use client';
import { api, inspectionVerdicts, type InspectionForStaff } from '@inkproof/contract';
import { SelectField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

/** Says what came of an item, or of the whole when none is named. */
export const Judge = ({ id, item }: { id: InspectionForStaff['id']; item?: InspectionForStaff['sample'][number]['id'] }) => {
  const t = useTranslations('inspections');
  const common = useTranslations('common');
  const [missing, setMissing] = useState(false);
  const judge = (fields: FormData): Work | false => {
    const verdict = inspectionVerdicts.find((one) => one === fields.get('verdict')) ?? 'questions';
    const reason = String(fields.get('reason')).trim() || undefined;
    const isMissing = verdict !== 'nothing_found' && reason === undefined;
    setMissing(isMissing);
    if (isMissing) return false;
    const body = { verdict, reason };
    return () => item ? browserApi(api.adminInspections.judge, { params: { id, item }, body }) : browserApi(api.adminInspections.close, { params: { id }, body });
  };
  return (
    <ActDialog label={t(item ? 'judge.act' : 'judge.close')} title={t(item ? 'judge.title' : 'judge.closeTitle')} look={item ? { size: 's' } : { tone: 'ink' }} done={t('judge.done')} onSubmit={judge}>
      <SelectField label={t('judge.verdict')} name="verdict" options={inspectionVerdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))} />
      <WordsField label={t('judge.reason')} name="reason" maxLength={1000} hint={t('judge.reasonHint')} optional={common('optional')} error={missing && t('judge.reasonMissing')} />
    </ActDialog>
  );
};
