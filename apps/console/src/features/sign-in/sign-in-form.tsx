'use client';
import { api, ProblemError } from '@inkproof/contract';
import { Bar, Button, TextField } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { browserApi } from '../../browser-api';
import { problemValues, shownProblem, type ShownProblem } from '../faults/problem-notice';
import { afterSignIn } from '../session/home-of';

const unreachable: ShownProblem = { code: 'capacity.store_unavailable', requestId: '' };

/** Address and password. What the API refuses is said above the fields; what is missing, under each. */
export const SignInForm = ({ next }: { next: string | undefined }) => {
  const t = useTranslations('signIn');
  const problems = useTranslations('problems');
  const locale = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const [missing, setMissing] = useState<{ email?: boolean; password?: boolean }>({});

  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const email = String(fields.get('email')).trim();
    const password = String(fields.get('password'));
    const found = { email: !/^\S+@\S+\.\S+$/.test(email), password: !password };
    setMissing(found);
    if (found.email || found.password) {
      form.current?.querySelector<HTMLInputElement>(`[name="${found.email ? 'email' : 'password'}"]`)?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const session = await browserApi(api.session.signIn, { body: { email, password } });
      window.location.assign(afterSignIn(session, next));
    } catch (error) {
      setProblem(error instanceof ProblemError ? shownProblem(error.problem) : unreachable);
      setBusy(false);
    }
  };

  const values = problem && problemValues(problem, locale);
  return (
    <form ref={form} className="si-f" onSubmit={submit} noValidate method="post">
      <h1>{t('title')}</h1>
      <p className="sub mt-1">{t('lede')}</p>
      <div className="col si-fields mt-6">
        {problem && values ? (
          <Bar tone="zhu" live="assertive" title={problems(`${problem.code}.title`, values)}>
            {problems(`${problem.code}.body`, values)}
          </Bar>
        ) : null}
        <TextField large label={t('email')} name="email" type="email" autoComplete="username" autoFocus error={missing.email && t('emailMissing')} />
        <TextField large label={t('password')} name="password" type="password" autoComplete="current-password" error={missing.password && t('passwordMissing')} />
        <Button type="submit" tone="ink" size="l" wide busy={busy}>
          {busy ? t('busy') : t('submit')}
        </Button>
      </div>
      <p className="small dim mt-6 si-note">{t('note')}</p>
    </form>
  );
};
