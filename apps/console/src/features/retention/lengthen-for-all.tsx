'use client';
import { api, CountedClass } from '@inkproof/contract';
import { SelectField, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { readLengthening, type LengtheningFault } from './read-lengthening';

const bases = ['law', 'agreement'] as const;

/** A period grows for everybody, by a clause or an article. */
export const LengthenForAll = () => {
  const t = useTranslations('retention');
  const [wrong, setWrong] = useState<LengtheningFault>(null);
  const lengthen = (fields: FormData): Work | false => {
    const { recordClass, months, source, wrong: fault } = readLengthening(fields);
    setWrong(fault);
    const basis = bases.find((one) => one === fields.get('basis')) ?? 'law';
    return fault ? false : () => browserApi(api.adminRetention.lengthen, { body: { record_class: recordClass, basis, months, source } });
  };
  return (
    <ActDialog label={t('lengthen.act')} title={t('lengthen.titleAll')} done={t('lengthen.done')} onSubmit={lengthen}>
      <SelectField label={t('periods.class')} name="class" options={CountedClass.options.map((value) => ({ value, label: t(`class.${value}`) }))} />
      <SelectField label={t('periods.basis')} name="basis" options={bases.map((value) => ({ value, label: t(`basis.${value}`) }))} />
      <TextField label={t('lengthen.months')} name="months" type="number" min={1} max={240} hint={t('lengthen.monthsHint')} error={wrong === 'months' && t('lengthen.monthsWrong')} />
      <TextField label={t('lengthen.source')} name="source" maxLength={200} error={wrong === 'source' && t('lengthen.sourceMissing')} />
    </ActDialog>
  );
};
