'use client';
import { retentions } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { Subjects } from './planned-of';

/** What is to become another: the members of a key or webhook that need notice, or a plan in words. */
export const SubjectFields = ({ subject, subjects: { keys, webhooks }, typed, missing }: { subject: string; subjects: Subjects; typed: Record<string, string>; missing: boolean }) => {
  const t = useTranslations('changes.form');
  const k = useTranslations('keys');
  const key = keys.find(({ id }) => id === subject);
  const webhook = webhooks.find(({ id }) => id === subject);
  const error = missing && t('nothing');
  if (webhook) return <TextField label={t('url')} name="url" type="url" defaultValue={typed['url'] ?? webhook.url} error={error} autoComplete="off" spellCheck={false} />;
  if (!key) return <WordsField label={t('plan')} name="plan" defaultValue={typed['plan']} rows={3} maxLength={2_000} hint={t('planHint')} error={error} />;
  return (
    <>
      <TextField label={k('addresses')} name="addresses" defaultValue={typed['addresses'] ?? key.allowed_addresses.join(', ')} hint={k('addressesHint')} error={error} autoComplete="off" spellCheck={false} className="mono" />
      <TextField label={k('purpose')} name="purpose" defaultValue={typed['purpose'] ?? key.purpose ?? ''} maxLength={200} autoComplete="off" />
      <TextField label={k('perSecond')} name="perSecond" type="number" min={1} max={5000} inputMode="numeric" defaultValue={typed['perSecond'] ?? key.requests_per_second ?? ''} />
      <SelectField label={k('column.retention')} name="retention" defaultValue={typed['retention'] ?? key.retention} options={retentions.map((value) => ({ value, label: k(`retention.${value}`) }))} />
    </>
  );
};
