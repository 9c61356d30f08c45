'use client';
import type { FilingChange } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { STEP_FORM, type StepProps } from './step';

const languages = ['zh-CN', 'en'] as const;

/** An empty field says nothing. */
const wordsIn = (fields: FormData, name: string): string | null => String(fields.get(name) ?? '').trim() || null;

/** Who asks, for what, and how. */
export const BasicsStep = ({ version, save, onDone }: StepProps & { onDone: () => void }) => {
  const t = useTranslations('filings');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const days = wordsIn(fields, 'retention_days');
    const change: FilingChange = {
      language: wordsIn(fields, 'language'),
      effective_on: wordsIn(fields, 'effective_on'),
      ends_on: wordsIn(fields, 'ends_on'),
      purpose: wordsIn(fields, 'purpose'),
      method: wordsIn(fields, 'method'),
      retention_days: days === null ? null : Number(days),
      controller_name: wordsIn(fields, 'controller_name'),
      controller_contact: wordsIn(fields, 'controller_contact'),
      rights: wordsIn(fields, 'rights'),
    };
    if (await save(change)) onDone();
  };
  return (
    <form id={STEP_FORM} className="fl-form" onSubmit={(event) => void submit(event)} noValidate>
      <TextField name="controller_name" label={t('element.controller_name')} hint={t('hint.controller_name')} defaultValue={version.controller_name ?? ''} maxLength={200} />
      <TextField name="controller_contact" label={t('element.controller_contact')} hint={t('hint.controller_contact')} defaultValue={version.controller_contact ?? ''} maxLength={300} />
      <WordsField name="purpose" label={t('element.purpose')} hint={t('hint.purpose')} defaultValue={version.purpose ?? ''} rows={2} maxLength={1_000} />
      <WordsField name="method" label={t('element.method')} hint={t('hint.method')} defaultValue={version.method ?? ''} rows={2} maxLength={1_000} />
      <WordsField name="rights" label={t('element.rights')} hint={t('hint.rights')} defaultValue={version.rights ?? ''} rows={2} maxLength={1_000} />
      <div className="fl-two">
        <SelectField name="language" label={t('element.language')} defaultValue={version.language ?? 'zh-CN'} options={languages.map((value) => ({ value, label: t(`language.${value}`) }))} />
        <TextField name="retention_days" type="number" min={0} max={3_650} inputMode="numeric" label={t('element.retention_days')} hint={t('hint.retention_days')} defaultValue={version.retention_days ?? ''} />
        <TextField name="effective_on" type="date" label={t('element.effective_on')} defaultValue={version.effective_on ?? ''} />
        <TextField name="ends_on" type="date" label={t('element.ends_on')} optional={t('optional')} defaultValue={version.ends_on ?? ''} />
      </div>
    </form>
  );
};
