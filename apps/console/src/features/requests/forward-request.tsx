'use client';
import { api } from '@inkproof/contract';
import { SelectField } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from './act-dialog';
import { AskedFields, readAsked, type Asked } from './asked-fields';

/** Passes on to a tenant what a person wrote to the provider. */
export const ForwardRequest = ({ tenants }: { tenants: readonly { id: string; name: string }[] }) => {
  const t = useTranslations('requests.forward');
  const locale = useLocale();
  const [wrong, setWrong] = useState<Asked['wrong']>(null);
  const forward = (fields: FormData): Work | false => {
    const { asked, email, wrong: fault } = readAsked(fields, locale, true);
    setWrong(fault);
    return fault || email === undefined ? false : () => browserApi(api.adminRequests.forward, { body: { ...asked, email, tenant: String(fields.get('tenant')) as `ten_${string}` } });
  };
  return (
    <ActDialog label={t('act')} title={t('dialog')} look={{ tone: 'ink', icon: 'plus' }} done={t('done')} onSubmit={forward}>
      <SelectField label={t('tenant')} name="tenant" options={tenants.map(({ id, name }) => ({ value: id, label: name }))} />
      <AskedFields wrong={wrong} needsEmail />
    </ActDialog>
  );
};
