'use client';
import { api, type HeldMail } from '@inkproof/contract';
import { SelectField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

/** Says whose a mail is, with all of it before the eyes. */
export const PlaceMail = ({ mail }: { mail: HeldMail }) => {
  const t = useTranslations('tickets.heldMails');
  const [isMissing, setMissing] = useState(false);
  const place = (fields: FormData): Work | false => {
    const tenant = mail.tenants.find(({ id }) => id === fields.get('tenant'))?.id;
    setMissing(!tenant);
    return tenant ? () => browserApi(api.heldMails.place, { params: { id: mail.id }, body: { tenant } }) : false;
  };
  return (
    <ActDialog label={t('place')} title={t('placeTitle')} look={{ size: 's' }} done={t('placed')} onSubmit={place}>
      <p className="sub s13">{t('placeLede', { name: mail.from.name })}</p>
      <div className="tk-held" tabIndex={0} role="group" aria-label={mail.subject || '—'}>
        <b>{mail.subject || '—'}</b>
        {`\n${mail.words}`}
      </div>
      <p className="small dim tk-said">{t('checked', { checked: mail.checked })}</p>
      <SelectField label={t('tenant')} name="tenant" defaultValue="" options={[{ value: '', label: t('choose') }, ...mail.tenants.map(({ id, name }) => ({ value: id, label: name }))]} error={isMissing && t('tenantMissing')} />
    </ActDialog>
  );
};
