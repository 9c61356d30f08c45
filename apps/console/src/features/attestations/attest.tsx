'use client';
import { api, attestedOutcomes, type Expiry } from '@inkproof/contract';
import { Button, TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

interface AttestProps {
  expiries: readonly Pick<Expiry, 'id' | 'count'>[];
  /** What the button says. */
  label: string;
  /** The act for all of them, which leads. */
  leads?: boolean;
  /** What a law let the tenant keep, and of which nothing is left to be said but that it is deleted. */
  kept?: boolean;
}

/** Says for the tenant that copies are deleted, or by which law they are kept. */
export const Attest = ({ expiries, label, leads = false, kept = false }: AttestProps) => {
  const t = useTranslations('attestations.attest');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, act } = useAct();
  const [outcome, setOutcome] = useState<(typeof attestedOutcomes)[number]>('deleted');
  const [lacksBasis, setLacksBasis] = useState(false);
  const said = { count: expiries.length, copies: expiries.reduce((sum, { count }) => sum + count, 0) };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const basis = String(new FormData(event.currentTarget).get('basis') ?? '').trim();
    const lacks = outcome === 'kept_by_law' && !basis;
    setLacksBasis(lacks);
    if (!lacks) void act(() => browserApi(api.attestations.make, { body: { expiries: expiries.map(({ id }) => id), outcome, ...(outcome === 'kept_by_law' && { basis }) } }), t('done'));
  };
  return (
    <>
      <Button size={leads ? undefined : 's'} tone={leads ? 'ink' : undefined} onClick={() => ask('it')}>
        {label}
      </Button>
      {asking ? (
        <FormDialog title={t('title', said)} lede={t('lede', said)} submit={busy ? common('saving') : t('go')} busy={busy} problem={problem} onSubmit={submit} onClose={close}>
          <fieldset className="at-o">
            <legend className="h3">{t('outcome')}</legend>
            {attestedOutcomes.filter((one) => one === 'deleted' || !kept).map((one) => (
              <Tick key={one} type="radio" name="outcome" checked={outcome === one} onChange={() => setOutcome(one)}>
                {t(one)}
              </Tick>
            ))}
          </fieldset>
          {outcome === 'kept_by_law' ? <TextField label={t('basis')} name="basis" hint={t('basisHint')} error={lacksBasis && t('basisMissing')} maxLength={300} autoComplete="off" /> : null}
        </FormDialog>
      ) : null}
    </>
  );
};
