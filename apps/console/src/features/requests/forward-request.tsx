'use client';
import { api } from '@inkproof/contract';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { readTenantChoice } from '../tenants/read-tenant-choice';
import { TenantField } from '../tenants/tenant-field';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { AskedFields, readAsked, type Asked } from './asked-fields';

/** Passes on to a tenant what a person wrote to the provider. */
export const ForwardRequest = () => {
  const t = useTranslations('requests.forward');
  const locale = useLocale();
  const [wrong, setWrong] = useState<Asked['wrong']>(null);
  const [isMissing, setIsMissing] = useState(false);
  const forward = (fields: FormData): Work | false => {
    const { asked, email, wrong: fault } = readAsked(fields, locale, true);
    const tenant = readTenantChoice(fields);
    setIsMissing(!tenant);
    setWrong(fault);
    return fault || email === undefined || !tenant ? false : () => browserApi(api.adminRequests.forward, { body: { ...asked, email, tenant } });
  };
  return (
    <ActDialog label={t('act')} title={t('dialog')} look={{ tone: 'ink', icon: 'plus' }} done={t('done')} onSubmit={forward}>
      <TenantField isMissing={isMissing} />
      <AskedFields wrong={wrong} needsEmail />
    </ActDialog>
  );
};
