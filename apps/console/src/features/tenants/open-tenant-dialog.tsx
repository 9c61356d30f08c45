'use client';
import type { TenantRequest } from '@inkproof/contract';
import { Button, Dialog, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';
import { FIRST_QUOTA, LEAST_QUOTA, MOST_QUOTA } from './quota-bounds';
import { readTenant, type TenantField } from './read-tenant';

/** Who the tenant is, how fast it may call, and who will be its owner. */
export const OpenTenantDialog = ({ onClose, open }: { onClose: () => void; open: (asked: TenantRequest) => Promise<void> }) => {
  const t = useTranslations('admin.tenants');
  const common = useTranslations('common');
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { busy, problem, send } = useSend();
  const [wrong, setWrong] = useState<readonly TenantField[]>([]);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readTenant(new FormData(event.currentTarget));
    setWrong(read.wrong);
    if (read.wrong[0]) return form.current?.querySelector<HTMLInputElement>(`[name="${read.wrong[0]}"]`)?.focus();
    void send(() => open(read.asked));
  };
  const faultOf = (field: TenantField) => wrong.includes(field) && t(`fault.${field}`, { least: LEAST_QUOTA, most: MOST_QUOTA });
  return (
    <Dialog
      open
      locked={busy}
      onClose={onClose}
      title={t('openTitle')}
      footer={
        <>
          <Button onClick={onClose} blocked={busy}>
            {common('cancel')}
          </Button>
          <Button type="submit" form={id} tone="ink" busy={busy}>
            {t(busy ? 'opening' : 'openDo')}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} onSubmit={submit} noValidate className="tn-f">
        <ProblemBar problem={problem} />
        <TextField label={t('name')} name="name" error={faultOf('name')} maxLength={120} autoComplete="off" autoFocus />
        <TextField label={t('quota')} name="quota" inputMode="numeric" defaultValue={FIRST_QUOTA} hint={t('quotaHint')} error={faultOf('quota')} autoComplete="off" />
        <TextField label={t('ownerName')} name="ownerName" error={faultOf('ownerName')} maxLength={80} autoComplete="off" />
        <TextField label={t('ownerEmail')} name="ownerEmail" type="email" hint={t('ownerHint')} error={faultOf('ownerEmail')} maxLength={254} autoComplete="off" />
      </form>
    </Dialog>
  );
};
