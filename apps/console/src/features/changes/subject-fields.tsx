'use client';
import { type ApiKey, retentions, type Webhook } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import type { Subjects } from './planned-of';

/** What is to become another: the members of a key or webhook that need notice, or a plan in words. */
export const SubjectFields = ({ subject, subjects: { keys, webhooks }, draft, missing }: { subject: string; subjects: Subjects; draft: Partial<ApiKey & Webhook>; missing: boolean }) => {
  const t = useTranslations('changes.form');
  const k = useTranslations('keys');
  const key = keys.find(({ id }) => id === subject);
  const webhook = webhooks.find(({ id }) => id === subject);
  const error = missing && t('nothing');
  if (webhook) return <TextField label={t('url')} name="url" type="url" defaultValue={draft.url ?? webhook.url} error={error} autoComplete="off" spellCheck={false} />;
  if (!key) return <WordsField label={t('plan')} name="plan" rows={3} maxLength={2_000} hint={t('planHint')} error={error} />;
  const now = { ...key, ...draft };
  return (
    <>
      <TextField label={k('addresses')} name="addresses" defaultValue={now.allowed_addresses.join(', ')} hint={k('addressesHint')} error={error} autoComplete="off" spellCheck={false} className="mono" />
      <TextField label={k('purpose')} name="purpose" defaultValue={now.purpose ?? ''} maxLength={200} autoComplete="off" />
      <TextField label={k('perSecond')} name="perSecond" type="number" min={1} max={5000} inputMode="numeric" defaultValue={now.requests_per_second ?? ''} />
      <SelectField label={k('column.retention')} name="retention" defaultValue={now.retention} options={retentions.map((value) => ({ value, label: k(`retention.${value}`) }))} />
    </>
  );
};
