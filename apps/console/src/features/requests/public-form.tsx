'use client';
import { api } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { AskedFields, readAsked, type Asked } from './asked-fields';

/** What a person without an account writes to a tenant. */
export const PublicRequestForm = ({ slug, tenant, days }: { slug: string; tenant: string; days: number }) => {
  const t = useTranslations('requests.public');
  const locale = useLocale();
  const { busy, problem, send } = useSend();
  const [wrong, setWrong] = useState<Asked['wrong']>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { asked, email, wrong: fault } = readAsked(new FormData(event.currentTarget), locale, true);
    setWrong(fault);
    if (fault || email === undefined) return;
    if (await send(() => browserApi(api.requestForms.send, { params: { slug }, body: { ...asked, email } }))) setSentTo(email);
  };
  if (sentTo)
    return (
      <div className="si-f" role="status">
        <h1>{t('sent')}</h1>
        <p className="sub mt-1">{t('sentBody', { email: sentTo })}</p>
      </div>
    );
  return (
    <form className="si-f" onSubmit={(event) => void submit(event)} noValidate method="post">
      <h1>{t('title', { tenant })}</h1>
      <p className="sub mt-1">{t('lede', { days })}</p>
      <div className="col si-fields mt-6">
        <ProblemBar problem={problem} />
        <AskedFields wrong={wrong} needsEmail />
        <p className="hint">{t('privacy', { tenant })}</p>
        <Button type="submit" tone="ink" size="l" wide busy={busy}>
          {t(busy ? 'sending' : 'send')}
        </Button>
      </div>
    </form>
  );
};
