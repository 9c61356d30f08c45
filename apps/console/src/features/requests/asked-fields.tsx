'use client';
import { requestKinds, requestRelations, type FormRequest } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { textIn } from '../dialogs/text-of';

export interface Asked {
  asked: Pick<FormRequest, 'kind' | 'relation' | 'words' | 'about' | 'name' | 'language'>;
  email: string | undefined;
  /** The first field that is not right. */
  wrong: 'email' | 'words' | 'about' | null;
}

/** What somebody wrote into the fields. An address is needed where the person is to be written to. */
export const readAsked = (fields: FormData, locale: string, needsEmail: boolean): Asked => {
  const [email, words, about] = [textIn(fields, 'email'), textIn(fields, 'words'), textIn(fields, 'about')];
  const relation = requestRelations.find((one) => one === fields.get('relation')) ?? 'self';
  const isAddress = email === undefined ? !needsEmail : /^\S+@\S+\.\S+$/.test(email);
  const wrong = !isAddress ? 'email' : words === undefined ? 'words' : relation !== 'self' && about === undefined ? 'about' : null;
  return { asked: { kind: requestKinds.find((one) => one === fields.get('kind')) ?? 'access', relation, words: words ?? '', about: relation === 'self' ? undefined : about, name: textIn(fields, 'name'), language: locale === 'en' ? 'en' : 'zh-CN' }, email, wrong };
};

/** The same fields wherever somebody's request is written down. */
export const AskedFields = ({ wrong, needsEmail }: { wrong: Asked['wrong']; needsEmail: boolean }) => {
  const t = useTranslations('requests');
  const common = useTranslations('common');
  const locale = useLocale();
  const [relation, setRelation] = useState('self');
  return (
    <div className="col" lang={locale}>
      <SelectField label={t('form.kind')} name="kind" options={requestKinds.map((value) => ({ value, label: t(`kindLong.${value}`) }))} />
      <SelectField label={t('form.relation')} name="relation" value={relation} onChange={(event) => setRelation(event.target.value)} options={requestRelations.map((value) => ({ value, label: t(`relation.${value}`) }))} />
      {relation === 'self' ? null : <TextField label={t('form.about')} name="about" maxLength={200} hint={t('form.aboutHint')} error={wrong === 'about' && t('form.aboutMissing')} />}
      <TextField label={t('form.name')} name="name" autoComplete="name" maxLength={200} optional={common('optional')} />
      <TextField label={t('form.email')} name="email" type="email" autoComplete="email" maxLength={254} hint={t('form.emailHint')} optional={needsEmail ? undefined : common('optional')} error={wrong === 'email' && t('form.emailMissing')} />
      <WordsField label={t('form.words')} name="words" maxLength={4000} hint={t('form.wordsHint')} error={wrong === 'words' && t('form.wordsMissing')} />
    </div>
  );
};
