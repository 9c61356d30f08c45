'use client';
import { api } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { useSend } from '../faults/use-send';
import { RefusedAtDoor } from '../sign-in/refused-at-door';
import { DoorEnd } from './door-end';
import { LEAST_PASSWORD } from './least-password';
import { useLinkToken } from './link-token';

/** Sets a new password by the link in the mail. */
export const ResetDesk = () => {
  const door = useTranslations('door');
  const t = useTranslations('door.reset');
  const token = useLinkToken();
  const { busy, problem, send } = useSend();
  const [wrong, setWrong] = useState<'password' | 'again' | null>(null);
  const [isDone, setDone] = useState(false);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [password, again] = [String(fields.get('password')), String(fields.get('again'))];
    const fault = password.length < LEAST_PASSWORD ? 'password' : password === again ? null : 'again';
    setWrong(fault);
    if (!fault && token && (await send(() => browserApi(api.passwordResets.use, { body: { token, password } })))) setDone(true);
  };
  if (token === '') return <DoorEnd title={door('noLink')}>{door('noLinkBody')}</DoorEnd>;
  if (isDone) return <DoorEnd title={t('done')}>{t('doneBody')}</DoorEnd>;
  return (
    <form className="si-f" onSubmit={(event) => void submit(event)} noValidate method="post">
      <h1>{t('title')}</h1>
      <p className="sub mt-1">{t('lede')}</p>
      <div className="col si-fields mt-6">
        <RefusedAtDoor problem={problem} />
        <TextField large label={t('password')} name="password" type="password" autoComplete="new-password" hint={t('passwordHint')} error={wrong === 'password' && t('passwordShort')} autoFocus />
        <TextField large label={t('again')} name="again" type="password" autoComplete="new-password" error={wrong === 'again' && t('differs')} />
        <Button type="submit" tone="ink" size="l" wide busy={busy}>
          {t(busy ? 'busy' : 'submit')}
        </Button>
        {problem ? (
          <Link className="link" href="/forgot">
            {door('forgot.link')}
          </Link>
        ) : null}
      </div>
    </form>
  );
};
