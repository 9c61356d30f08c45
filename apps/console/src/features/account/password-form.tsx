'use client';
import { api } from '@inkproof/contract';
import { Button, TextField, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { readPasswordChange, type PasswordFault } from './password-change';

/** A new password for whoever knows the old one. The address is in the form, unseen, so that a password manager knows whose it is. */
export const PasswordForm = ({ email }: { email: string }) => {
  const t = useTranslations('account');
  const form = useRef<HTMLFormElement>(null);
  const say = useToast();
  const { busy, problem, send } = useSend();
  const [fault, setFault] = useState<PasswordFault | null>(null);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [current, next, again] = ['current', 'next', 'again'].map((name) => String(fields.get(name))) as [string, string, string];
    const found = readPasswordChange({ current, next, again });
    setFault(found);
    if (found) return form.current?.querySelector<HTMLInputElement>(`[name="${found.field}"]`)?.focus();
    if (!(await send(() => browserApi(api.session.changePassword, { body: { current, next } })))) return;
    form.current?.reset();
    say(t('changed'));
  };
  const faultOf = (field: PasswordFault['field']) => fault?.field === field && t(`fault.${fault.reason}`);
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate method="post">
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <ProblemBar problem={problem} />
      <TextField label={t('current')} name="current" type="password" autoComplete="current-password" error={faultOf('current')} />
      <TextField label={t('next')} name="next" type="password" autoComplete="new-password" hint={t('nextHint')} error={faultOf('next')} />
      <TextField label={t('again')} name="again" type="password" autoComplete="new-password" error={faultOf('again')} />
      <Button type="submit" tone="ink" busy={busy}>
        {t(busy ? 'changing' : 'change')}
      </Button>
      <p className="hint">{t('endsOthers')}</p>
    </form>
  );
};
