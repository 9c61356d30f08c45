'use client';
import { api, type Finding } from '@inkproof/contract';
import { Button, TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

/** Dismisses a finding or links it to where it is dealt with, with a reason either way. */
export const SettleFinding = ({ id }: { id: Finding['id'] }) => {
  const t = useTranslations('findings.settle');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, act } = useAct();
  const [outcome, setOutcome] = useState<'dismissed' | 'linked'>('dismissed');
  const [missing, setMissing] = useState<'reason' | 'reference' | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [reason, reference] = ['reason', 'reference'].map((name) => String(fields.get(name) ?? '').trim()) as [string, string];
    const lacks = outcome === 'linked' && !reference ? 'reference' : reason ? null : 'reason';
    setMissing(lacks);
    if (!lacks) void act(() => browserApi(api.adminFindings.settle, { params: { id }, body: { outcome, reason, ...(reference && outcome === 'linked' && { reference }) } }), t('done'));
  };
  return (
    <>
      <Button size="s" onClick={() => ask('it')}>
        {t('act')}
      </Button>
      {asking ? (
        <FormDialog title={t('title')} submit={busy ? common('saving') : t('go')} busy={busy} problem={problem} onSubmit={submit} onClose={close}>
          <fieldset className="fn-p">
            <legend className="h3">{t('outcome')}</legend>
            {(['dismissed', 'linked'] as const).map((one) => (
              <Tick key={one} type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)}>
                {t(one)}
              </Tick>
            ))}
          </fieldset>
          {outcome === 'linked' ? <TextField label={t('reference')} name="reference" hint={t('referenceHint')} error={missing === 'reference' && t('referenceMissing')} maxLength={64} autoComplete="off" /> : null}
          <TextField label={t('reason')} name="reason" hint={t('reasonHint')} error={missing === 'reason' && t('reasonMissing')} maxLength={1_000} autoComplete="off" />
        </FormDialog>
      ) : null}
    </>
  );
};
