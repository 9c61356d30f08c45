'use client';
import { api, CountedClass } from '@inkproof/contract';
import { SelectField, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { readLengthening, type LengtheningFault } from './read-lengthening';

/** A tenant keeps records of a class longer than the agreement and the law ask. */
export const LengthenOwn = () => {
  const t = useTranslations('retention');
  const [wrong, setWrong] = useState<LengtheningFault>(null);
  const lengthen = (fields: FormData): Work | false => {
    const { recordClass, months, source, wrong: fault } = readLengthening(fields);
    setWrong(fault);
    return fault ? false : () => browserApi(api.retention.lengthen, { body: { record_class: recordClass, months, reason: source } });
  };
  return (
    <ActDialog label={t('lengthen.act')} title={t('lengthen.title')} done={t('lengthen.done')} onSubmit={lengthen}>
      <SelectField label={t('periods.class')} name="class" options={CountedClass.options.map((value) => ({ value, label: t(`class.${value}`) }))} />
      <TextField label={t('lengthen.months')} name="months" type="number" min={1} max={240} hint={t('lengthen.monthsHint')} error={wrong === 'months' && t('lengthen.monthsWrong')} />
      <TextField label={t('lengthen.reason')} name="source" maxLength={200} error={wrong === 'source' && t('lengthen.reasonMissing')} />
    </ActDialog>
  );
};
