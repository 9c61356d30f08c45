'use client';
import { api } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { useSend } from '../faults/use-send';
import { RefusedAtDoor } from '../sign-in/refused-at-door';
import { DoorEnd } from './door-end';

/** Asks for a mail by which the password can be set anew. It says the same whoever asks. */
export const ForgotDesk = () => {
  const t = useTranslations('door.forgot');
  const locale = useLocale() === 'en' ? 'en' : 'zh-CN';
  const { busy, problem, send } = useSend();
  const [missing, setMissing] = useState(false);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    const isAddress = /^\S+@\S+\.\S+$/.test(email);
    setMissing(!isAddress);
    if (isAddress && (await send(() => browserApi(api.passwordResets.ask, { body: { email, locale } })))) setSentTo(email);
  };
  if (sentTo) return <DoorEnd title={t('done')}>{t('doneBody', { email: sentTo })}</DoorEnd>;
  return (
    <form className="si-f" onSubmit={(event) => void submit(event)} noValidate method="post">
      <h1>{t('title')}</h1>
      <p className="sub mt-1">{t('lede')}</p>
      <div className="col si-fields mt-6">
        <RefusedAtDoor problem={problem} />
        <TextField large label={t('email')} name="email" type="email" autoComplete="username" error={missing && t('emailMissing')} autoFocus />
        <Button type="submit" tone="ink" size="l" wide busy={busy}>
          {t(busy ? 'busy' : 'submit')}
        </Button>
      </div>
    </form>
  );
};
