'use client';
import { api } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

/** Begins a filing under a name. */
export const BeginFiling = () => {
  const t = useTranslations('filings');
  const router = useRouter();
  const language = useLocale();
  const { busy, problem, send, asking, ask, close } = useAct();
  const [isMissing, setMissing] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setMissing(!name);
    if (!name) return event.currentTarget.querySelector('input')?.focus();
    await send(async () => {
      const { id, filing } = await browserApi(api.filings.create, { body: { name, language } });
      router.push(`/filings/${filing.id}/${id}`);
    });
  };
  return (
    <>
      <Button tone="ink" icon="plus" onClick={() => ask('it')}>
        {t('begin')}
      </Button>
      {asking ? (
        <FormDialog title={t('beginTitle')} lede={t('beginLede')} submit={t('beginDo')} busy={busy} problem={problem} onClose={close} onSubmit={(event) => void submit(event)}>
          <TextField name="name" label={t('name')} hint={t('nameHint')} error={isMissing ? t('nameMissing') : undefined} maxLength={120} autoComplete="off" />
        </FormDialog>
      ) : null}
    </>
  );
};
