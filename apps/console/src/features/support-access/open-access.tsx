'use client';
import { api, type Tenant } from '@inkproof/contract';
import { Button, Dialog, SelectField, TextField, useToast, type ButtonLook } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

const spansMinutes = ['15', '60', '120', '240'] as const;

/** Opens an access for whoever asks: with a reason that the tenant reads, and for a while. */
export const OpenAccess = ({ tenant: { id, name }, ...look }: { tenant: Pick<Tenant, 'id' | 'name'> } & ButtonLook) => {
  const t = useTranslations('supportAccess');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const form = useId();
  const { busy, problem, send, forget } = useSend();
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const close = () => {
    setOpen(false);
    forget();
  };
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [reason, ticket] = [String(fields.get('reason')).trim(), String(fields.get('ticket')).trim()];
    setMissing(!reason);
    if (!reason) return;
    if (!(await send(() => browserApi(api.adminSupport.open, { params: { id }, body: { reason, minutes: Number(fields.get('minutes')), ...(ticket && { ticket }) } })))) return;
    close();
    say(t('opened'));
    router.refresh();
  };
  return (
    <>
      <Button {...look} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open ? (
        <Dialog
          open
          locked={busy}
          onClose={close}
          title={t('openTitle', { tenant: name })}
          footer={
            <>
              <Button onClick={close} blocked={busy}>
                {common('cancel')}
              </Button>
              <Button type="submit" form={form} tone="ink" busy={busy}>
                {t(busy ? 'opening' : 'openDo')}
              </Button>
            </>
          }
        >
          <form id={form} onSubmit={(event) => void submit(event)} noValidate className="col" style={{ gap: 'var(--s-4)' }}>
            <p className="sub s13">{t('openBody')}</p>
            <ProblemBar problem={problem} />
            <TextField label={t('reason')} name="reason" hint={t('reasonHint')} error={missing && t('reasonMissing')} maxLength={500} autoComplete="off" autoFocus />
            <TextField label={t('ticketField')} name="ticket" optional={common('optional')} maxLength={64} autoComplete="off" />
            <SelectField label={t('minutes')} name="minutes" defaultValue="60" options={spansMinutes.map((value) => ({ value, label: t(`minutesOf.${value}`) }))} />
          </form>
        </Dialog>
      ) : null}
    </>
  );
};
