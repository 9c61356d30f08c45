'use client';
import type { Webhook } from '@inkproof/contract';
import { TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../dialogs/form-dialog';
import { useSend } from '../faults/use-send';
import { choosable, EventGroups } from './event-groups';

export type WebhookWish = Pick<Webhook, 'url' | 'label' | 'events'>;

/** What the API takes when nothing is said. */
const usual: Webhook['events'] = ['job.succeeded', 'job.partial', 'job.failed'];

const LONGEST_LABEL = 64;

interface WebhookFormProps {
  title: string;
  confirm: string;
  start?: WebhookWish;
  onClose: () => void;
  onWish: (wish: WebhookWish) => Promise<void>;
}

/** Where to send, what to call it, and of what to tell. */
export const WebhookForm = ({ title, confirm, start, onClose, onWish }: WebhookFormProps) => {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const { busy, problem, send } = useSend();
  const [missing, setMissing] = useState<'label' | 'url' | 'events' | null>(null);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [label, url] = ['label', 'url'].map((name) => String(fields.get(name)).trim()) as [string, string];
    const events = choosable.filter((one) => fields.has(one));
    const lacks = !label ? 'label' : !URL.canParse(url) ? 'url' : events.length ? null : 'events';
    setMissing(lacks);
    if (lacks) event.currentTarget.querySelector<HTMLInputElement>(`[name="${lacks === 'events' ? choosable[0] : lacks}"]`)?.focus();
    else void send(() => onWish({ label, url, events }));
  };
  return (
    <FormDialog title={title} submit={busy ? common('saving') : confirm} busy={busy} problem={problem} onSubmit={submit} onClose={onClose}>
      <TextField label={t('column.label')} name="label" hint={t('labelHint')} error={missing === 'label' && t('labelMissing')} defaultValue={start?.label} maxLength={LONGEST_LABEL} autoComplete="off" autoFocus />
      <TextField label={t('column.address')} name="url" type="url" inputMode="url" placeholder="https://" hint={t('urlHint')} error={missing === 'url' && t('urlMissing')} defaultValue={start?.url} maxLength={2048} autoComplete="off" spellCheck={false} />
      <fieldset className="wh-f">
        <legend className="h3">{t('column.events')}</legend>
        <EventGroups start={start?.events ?? usual} />
        {missing === 'events' ? (
          <p className="err" role="alert">
            {t('eventsMissing')}
          </p>
        ) : null}
      </fieldset>
    </FormDialog>
  );
};
