'use client';
import './quota.css';
import type { QuotaTermRequest } from '@inkproof/contract';
import { TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../dialogs/form-dialog';
import { useSend } from '../faults/use-send';
import { LEAST_QUOTA, MOST_QUOTA } from '../tenants/quota-bounds';
import { readTerm, type TermField } from './read-term';

/** How much, from when, and what it rests on: a document of the contract, or a reason for a while. */
export const SetQuotaDialog = ({ now, onClose, set }: { now: number; onClose: () => void; set: (asked: QuotaTermRequest) => Promise<void> }) => {
  const t = useTranslations('quota');
  const { busy, problem, send } = useSend();
  const [isOverride, setIsOverride] = useState(false);
  const [wrong, setWrong] = useState<readonly TermField[]>([]);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readTerm(new FormData(event.currentTarget));
    setWrong(read.wrong);
    if (read.wrong[0]) return event.currentTarget.querySelector<HTMLInputElement>(`[name="${read.wrong[0]}"]`)?.focus();
    void send(() => set(read.asked));
  };
  const faultOf = (field: TermField) => wrong.includes(field) && t(`fault.${field}`, { least: LEAST_QUOTA, most: MOST_QUOTA });
  return (
    <FormDialog title={t('setTitle')} submit={t(busy ? 'setting' : 'setDo')} busy={busy} problem={problem} className="qt-f" onSubmit={submit} onClose={onClose}>
      <fieldset className="qt-b">
        <legend className="h3">{t('basis')}</legend>
        {(['contracted', 'override'] as const).map((basis) => (
          <Tick key={basis} type="radio" name="basis" value={basis} checked={isOverride === (basis === 'override')} onChange={() => setIsOverride(basis === 'override')}>
            {t(basis)}
            <span className="dim"> {t(`${basis}Note`)}</span>
          </Tick>
        ))}
      </fieldset>
      <TextField label={t('perSecond')} name="quota" inputMode="numeric" defaultValue={now} hint={t('perSecondHint', { now })} error={faultOf('quota')} autoComplete="off" />
      <TextField label={t('starts')} name="starts" type="datetime-local" optional={t('optional')} hint={t('startsHint')} error={faultOf('starts')} />
      {isOverride ? (
        <>
          <TextField label={t('ends')} name="ends" type="datetime-local" optional={t('optional')} hint={t('endsHint')} error={faultOf('ends')} />
          <TextField label={t('reason')} name="reason" hint={t('reasonHint')} error={faultOf('reason')} maxLength={500} autoComplete="off" />
        </>
      ) : (
        <>
          <TextField label={t('document')} name="document" hint={t('documentHint')} error={faultOf('document')} maxLength={200} autoComplete="off" />
          <TextField label={t('sha256')} name="sha256" optional={t('optional')} hint={t('sha256Hint')} error={faultOf('sha256')} maxLength={64} autoComplete="off" spellCheck={false} className="mono" />
        </>
      )}
    </FormDialog>
  );
};
