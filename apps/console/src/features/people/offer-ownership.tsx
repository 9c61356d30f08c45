'use client';
import { api, type Member } from '@inkproof/contract';
import { Button, Dialog, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

/** An owner offers their place. Nothing changes before the other accepts. */
export const OfferOwnership = ({ person: { id, name }, onClose, onDone }: { person: Member['person']; onClose: () => void; onDone: (words: string) => void }) => {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const form = useId();
  const { busy, problem, send } = useSend();
  const [missing, setMissing] = useState(false);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setMissing(!reason);
    if (reason && (await send(() => browserApi(api.members.offerOwnership, { params: { id }, body: { reason } })))) onDone(t('offered', { name }));
  };
  return (
    <Dialog
      open
      locked={busy}
      onClose={onClose}
      title={t('offerTitle', { name })}
      footer={
        <>
          <Button onClick={onClose} blocked={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={form} tone="ink" busy={busy}>
            {t(busy ? 'offering' : 'offerDo')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate className="col" style={{ gap: 'var(--s-4)' }}>
        <p className="sub s13">{t('offerBody', { name })}</p>
        <ProblemBar problem={problem} />
        <TextField label={t('offerReason')} name="reason" error={missing && t('offerReasonMissing')} maxLength={500} autoComplete="off" autoFocus />
      </form>
    </Dialog>
  );
};
