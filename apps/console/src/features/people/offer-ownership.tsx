'use client';
import { api, type Member } from '@inkproof/contract';
import { TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useSend } from '../faults/use-send';

/** An owner offers their place. Nothing changes before the other accepts. */
export const OfferOwnership = ({ person: { id, name }, onClose, onDone }: { person: Member['person']; onClose: () => void; onDone: (words: string) => void }) => {
  const t = useTranslations('people');
  const { busy, problem, send } = useSend();
  const [missing, setMissing] = useState(false);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setMissing(!reason);
    if (reason && (await send(() => browserApi(api.members.offerOwnership, { params: { id }, body: { reason } })))) onDone(t('offered', { name }));
  };
  return (
    <FormDialog title={t('offerTitle', { name })} lede={t('offerBody', { name })} submit={t(busy ? 'offering' : 'offerDo')} busy={busy} problem={problem} onSubmit={(event) => void submit(event)} onClose={onClose}>
      <TextField label={t('offerReason')} name="reason" error={missing && t('offerReasonMissing')} maxLength={500} autoComplete="off" autoFocus />
    </FormDialog>
  );
};
