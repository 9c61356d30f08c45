'use client';
import { api, type HeldMail } from '@inkproof/contract';
import { SelectField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { useTicketsOf } from './use-tickets-of';

/** Says whose a mail is, and on which of their tickets it belongs, with all of it before the eyes. */
export const PlaceMail = ({ mail }: { mail: HeldMail }) => {
  const t = useTranslations('tickets.heldMails');
  const [isMissing, setMissing] = useState(false);
  const [tenant, setTenant] = useState<HeldMail['tenants'][number]['id']>();
  const tickets = useTicketsOf(tenant);
  const place = (fields: FormData): Work | false => {
    setMissing(!tenant);
    const ticket = tickets?.find(({ value }) => value === fields.get('ticket'))?.value;
    return tenant ? () => browserApi(api.heldMails.place, { params: { id: mail.id }, body: { tenant, ...(ticket && { ticket }) } }) : false;
  };
  return (
    <ActDialog label={t('place')} title={t('placeTitle')} look={{ size: 's' }} done={t('placed')} onSubmit={place}>
      <p className="sub s13">{t('placeLede', { name: mail.from.name })}</p>
      <div className="tk-held" tabIndex={0} role="group" aria-label={mail.subject || '—'}>
        <b>{mail.subject || '—'}</b>
        {`\n${mail.words}`}
      </div>
      <p className="small dim tk-said">{t('checked', { checked: mail.checked })}</p>
      <SelectField label={t('tenant')} name="tenant" value={tenant ?? ''} onChange={(event) => setTenant(mail.tenants.find(({ id }) => id === event.target.value)?.id)} options={[{ value: '', label: t('choose') }, ...mail.tenants.map(({ id, name }) => ({ value: id, label: name }))]} error={isMissing && t('tenantMissing')} />
      {tickets?.length ? <SelectField key={tenant} label={t('ticket')} name="ticket" defaultValue="" options={[{ value: '', label: t('newTicket') }, ...tickets]} hint={t('ticketHint')} /> : null}
    </ActDialog>
  );
};
