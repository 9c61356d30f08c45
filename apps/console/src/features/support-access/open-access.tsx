'use client';
import { api, type Tenant } from '@inkproof/contract';
import { Button, SelectField, TextField, type ButtonLook } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

const spansMinutes = ['15', '60', '120', '240'] as const;

/** Opens an access for whoever asks: with a reason that the tenant reads, and for a while. */
export const OpenAccess = ({ tenant: { id, name }, ...look }: { tenant: Pick<Tenant, 'id' | 'name'> } & ButtonLook) => {
  const t = useTranslations('supportAccess');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, act } = useAct();
  const [missing, setMissing] = useState(false);
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [reason, ticket] = [String(fields.get('reason')).trim(), String(fields.get('ticket')).trim()];
    setMissing(!reason);
    if (!reason) return;
    await act(() => browserApi(api.adminSupport.open, { params: { id }, body: { reason, minutes: Number(fields.get('minutes')), ...(ticket && { ticket }) } }), t('opened'));
  };
  return (
    <>
      <Button {...look} onClick={() => ask('it')}>
        {t('open')}
      </Button>
      {asking ? (
        <FormDialog title={t('openTitle', { tenant: name })} lede={t('openBody')} submit={t(busy ? 'opening' : 'openDo')} busy={busy} problem={problem} onSubmit={(event) => void submit(event)} onClose={close}>
          <TextField label={t('reason')} name="reason" hint={t('reasonHint')} error={missing && t('reasonMissing')} maxLength={500} autoComplete="off" autoFocus />
          <TextField label={t('ticketField')} name="ticket" optional={common('optional')} maxLength={64} autoComplete="off" />
          <SelectField label={t('minutes')} name="minutes" defaultValue="60" options={spansMinutes.map((value) => ({ value, label: t(`minutesOf.${value}`) }))} />
        </FormDialog>
      ) : null}
    </>
  );
};
