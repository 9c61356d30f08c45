'use client';
import { api, stateAfterReply, ticketPriorities, type Macro, type MacroDraft } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

const draftOf = (fields: FormData): MacroDraft => {
  const said = (name: string): string => String(fields.get(name)).trim();
  return { name: said('name'), words: { zh: said('zh'), en: said('en') }, state: stateAfterReply.find((one) => one === said('state')) ?? null, priority: ticketPriorities.find((one) => one === said('priority')) ?? null };
};

/** Saves an answer, or changes one that was saved. */
export const WriteMacro = ({ macro }: { macro?: Macro }) => {
  const t = useTranslations('tickets.macros');
  const names = useTranslations('tickets');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const submit = (fields: FormData): Work | false => {
    const body = draftOf(fields);
    const lacks = Object.entries({ name: body.name, ...body.words }).flatMap(([name, words]) => (words ? [] : name));
    setMissing(lacks);
    if (lacks.length) return false;
    return () => (macro ? browserApi(api.macros.change, { params: { id: macro.id }, body }) : browserApi(api.macros.create, { body }));
  };
  const error = (name: string) => missing.includes(name) && t(`missing.${name === 'name' ? 'name' : 'words'}`);
  const label = t(macro ? 'change' : 'create');
  return (
    <ActDialog label={label} title={label} look={macro ? { size: 's', tone: 'quiet' } : { tone: 'ink' }} done={t('saved')} onSubmit={submit}>
      <TextField label={t('name')} name="name" maxLength={80} autoComplete="off" defaultValue={macro?.name} error={error('name')} />
      <WordsField label={t('words.zh')} name="zh" lang="zh-CN" maxLength={20_000} defaultValue={macro?.words.zh} error={error('zh')} />
      <WordsField label={t('words.en')} name="en" lang="en" maxLength={20_000} defaultValue={macro?.words.en} hint={t('placeholders', { ticket: '{{ticket}}', subject: '{{subject}}', tenant: '{{tenant}}', asker: '{{asker}}', me: '{{me}}' })} error={error('en')} />
      <SelectField label={t('state')} name="state" defaultValue={macro?.state ?? ''} options={[{ value: '', label: t('asItIs') }, ...stateAfterReply.map((value) => ({ value, label: names(`afterReply.${value}`) }))]} />
      <SelectField label={t('priority')} name="priority" defaultValue={macro?.priority ?? ''} options={[{ value: '', label: t('asItIs') }, ...ticketPriorities.map((value) => ({ value, label: names(`priority.${value}`) }))]} />
    </ActDialog>
  );
};

/** Puts a saved answer away. */
export const RetireMacro = ({ id, name }: { id: Macro['id']; name: string }) => {
  const t = useTranslations('tickets.macros');
  return (
    <ActDialog label={t('retire')} title={t('retireTitle', { name })} look={{ size: 's', tone: 'quiet' }} done={t('retired')} onSubmit={() => () => browserApi(api.macros.retire, { params: { id } })}>
      <p>{t('retireBody')}</p>
    </ActDialog>
  );
};
