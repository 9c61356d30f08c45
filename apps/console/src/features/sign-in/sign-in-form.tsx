'use client';
import { api, type Session, type SignInAnswer, type SignInOptions } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { useSend } from '../faults/use-send';
import { OtherWays } from './other-ways';
import { RefusedAtDoor } from './refused-at-door';

interface SignInFormProps {
  options: SignInOptions;
  next: string | undefined;
  onAnswered: (answer: SignInAnswer) => void;
  onEntered: (session: Session) => void;
}

/** Address and password, or one of the other ways in. What the API refuses is said above the fields; what is missing, under each. */
export const SignInForm = ({ options, next, onAnswered, onEntered }: SignInFormProps) => {
  const t = useTranslations('signIn');
  const door = useTranslations('door');
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, send, forget } = useSend();
  const [missing, setMissing] = useState<{ email?: boolean; password?: boolean }>({});

  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const email = String(fields.get('email')).trim();
    const password = String(fields.get('password'));
    const found = { email: !/^\S+@\S+\.\S+$/.test(email), password: !password };
    setMissing(found);
    if (found.email || found.password) return form.current?.querySelector<HTMLInputElement>(`[name="${found.email ? 'email' : 'password'}"]`)?.focus();
    void send(async () => onAnswered(await browserApi(api.session.signIn, { body: { email, password } })));
  };

  return (
    <div className="si-f">
      <form ref={form} onSubmit={submit} noValidate method="post">
        <h1>{t('title')}</h1>
        <p className="sub mt-1">{t('lede')}</p>
        <div className="col si-fields mt-6">
          <RefusedAtDoor problem={problem} />
          <TextField large label={t('email')} name="email" type="email" autoComplete="username webauthn" autoFocus error={missing.email && t('emailMissing')} />
          <TextField large label={t('password')} name="password" type="password" autoComplete="current-password" error={missing.password && t('passwordMissing')} />
          <Button type="submit" tone="ink" size="l" wide busy={busy}>
            {busy ? t('busy') : t('submit')}
          </Button>
        </div>
      </form>
      <OtherWays options={options} next={next} onBegin={forget} onEntered={onEntered} />
      <p className="small dim mt-6 si-note">
        {t('note')}{' '}
        <Link className="link" href="/forgot">
          {door('forgot.link')}
        </Link>
      </p>
    </div>
  );
};
