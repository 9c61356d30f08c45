'use client';
import { api } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { ActDialog } from '../dialogs/act-dialog';

/** Takes an end back that has not come: the own one, or the provider's of a tenant. */
export const TakeBackEnd = ({ tenantId }: { tenantId?: `ten_${string}` }) => {
  const t = useTranslations('ending.takeBack');
  const takeBack = () => (tenantId ? browserApi(api.adminEnding.takeBack, { params: { id: tenantId } }) : browserApi(api.ending.takeBack));
  return <ActDialog label={t('act')} title={t('title')} lede={t('lede')} look={tenantId ? { size: 's' } : { tone: 'ink' }} done={t('done')} onSubmit={() => takeBack} />;
};
