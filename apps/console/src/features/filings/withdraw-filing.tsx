'use client';
import { api, type FilingVersion } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

/** Takes a version back, with a reason that both sides read. */
export const WithdrawFiling = ({ version }: { version: FilingVersion }) => {
  const t = useTranslations('filings');
  const { busy, problem, asking, ask, close, act } = useAct();
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setMissing(!reason);
    if (!reason) return event.currentTarget.querySelector('input')?.focus();
    void act(() => browserApi(api.filings.withdraw, { params: { id: version.filing.id, version: version.id }, body: { reason } }), t('withdrawn'));
  };
  return (
    <>
      <Button tone="zhu" onClick={() => ask('it')}>
        {t('withdraw')}
      </Button>
      {asking ? (
        <FormDialog title={t('withdrawTitle', { number: version.number })} lede={t(version.state === 'accepted' ? 'withdrawLede' : 'withdrawWaiting')} submit={t('withdrawDo')} busy={busy} problem={problem} onClose={close} onSubmit={submit}>
          <TextField name="reason" label={t('reason')} error={isMissing ? t('reasonMissing') : undefined} maxLength={500} autoComplete="off" />
        </FormDialog>
      ) : null}
    </>
  );
};
