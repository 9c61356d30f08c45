'use client';
import { api, type YearUpload } from '@inkproof/contract';
import { TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

/** Lines of `day,kind,name`, with or without a head. */
const itemsOf = (text: string): YearUpload['items'] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split(/[,，]/).map((cell) => cell.trim()))
    .filter(([day]) => day && day !== 'day')
    .map(([day = '', kind = '', name = '']) => ({ day, kind: kind as YearUpload['items'][number]['kind'], name }));

/** Enters a year from the notice of the State Council: a CSV file, or its lines pasted. */
export const EnterYear = ({ next }: { next: number }) => {
  const t = useTranslations('changes.days');
  const [text, setText] = useState('');
  const enter = (fields: FormData): Work | false => {
    const body = { year: Number(fields.get('year')), source: String(fields.get('source')).trim(), items: itemsOf(text) };
    return body.source && body.items.length ? () => browserApi(api.workingDays.enter, { body }) : false;
  };
  return (
    <ActDialog label={t('enter')} title={t('enter')} look={{ tone: 'ink', icon: 'plus' }} done={t('entered')} onSubmit={enter}>
      <TextField label={t('year')} name="year" type="number" min={2008} max={2999} defaultValue={next} />
      <TextField label={t('source')} name="source" maxLength={500} hint={t('sourceHint')} autoComplete="off" />
      <TextField label={t('file')} type="file" accept=".csv,text/csv,text/plain" onChange={(event) => void event.target.files?.[0]?.text().then(setText)} />
      <WordsField label={t('lines')} rows={8} hint={t('linesHint')} className="mono" value={text} onChange={(event) => setText(event.target.value)} placeholder={'2027-01-01,holiday,元旦\n2027-02-14,make_up,春节'} />
    </ActDialog>
  );
};
