'use client';
import { api, type OpenedInvitation } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { useSend } from '../faults/use-send';
import { RefusedAtDoor } from '../sign-in/refused-at-door';
import { LEAST_PASSWORD } from './least-password';

interface AcceptFormProps {
  token: string;
  invitation: OpenedInvitation;
  onAccepted: () => void;
}

/** A name and a password for a new account, or the password of the account that is there. */
export const AcceptForm = ({ token, invitation: { tenant, role, email, has_account: hasAccount }, onAccepted }: AcceptFormProps) => {
  const t = useTranslations('door.invitation');
  const roles = useTranslations('common.role');
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, send } = useSend();
  const [wrong, setWrong] = useState<'name' | 'password' | null>(null);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [name, password] = [String(fields.get('name') ?? '').trim(), String(fields.get('password'))];
    const fault = !hasAccount && !name ? 'name' : password.length < (hasAccount ? 1 : LEAST_PASSWORD) ? 'password' : null;
    setWrong(fault);
    if (fault) return form.current?.querySelector<HTMLInputElement>(`[name="${fault}"]`)?.focus();
    if (await send(() => browserApi(api.invitations.accept, { body: { token, password, ...(!hasAccount && { name }) } }))) onAccepted();
  };
  const words = { email, role: roles(role) };
  return (
    <form ref={form} className="si-f" onSubmit={(event) => void submit(event)} noValidate method="post">
      <h1>{t('title', { tenant: tenant ?? 'none' })}</h1>
      <p className="sub mt-1">{t(hasAccount ? 'ledeAccount' : 'lede', words)}</p>
      <div className="col si-fields mt-6">
        <RefusedAtDoor problem={problem} />
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
        {hasAccount ? (
          <TextField large label={t('own')} name="password" type="password" autoComplete="current-password" error={wrong === 'password' && t('ownMissing')} autoFocus />
        ) : (
          <>
            <TextField large label={t('name')} name="name" autoComplete="name" maxLength={80} error={wrong === 'name' && t('nameMissing')} autoFocus />
            <TextField large label={t('password')} name="password" type="password" autoComplete="new-password" hint={t('passwordHint')} error={wrong === 'password' && t('passwordShort')} />
          </>
        )}
        <Button type="submit" tone="ink" size="l" wide busy={busy}>
          {t(busy ? 'busy' : 'accept')}
        </Button>
      </div>
    </form>
  );
};
