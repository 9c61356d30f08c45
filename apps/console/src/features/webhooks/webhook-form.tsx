'use client';
import { webhookEvents, type Webhook } from '@inkproof/contract';
import { TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../dialogs/form-dialog';
import { useSend } from '../faults/use-send';
import { wordOf } from './word-of';

export type WebhookWish = Pick<Webhook, 'url' | 'label' | 'events'>;

/** Tests go to a webhook whatever it asked for, so nobody chooses them. */
const choosable = webhookEvents.filter((event) => event !== 'webhook.test');

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
        {choosable.map((event) => (
          <Tick key={event} name={event} defaultChecked={start ? start.events.includes(event) : event !== 'job.canceled'}>
            {t(`event.${wordOf(event)}`)} <span className="dim mono small">{event}</span>
          </Tick>
        ))}
        {missing === 'events' ? (
          <p className="err" role="alert">
            {t('eventsMissing')}
          </p>
        ) : null}
      </fieldset>
    </FormDialog>
  );
};
