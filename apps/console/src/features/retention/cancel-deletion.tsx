'use client';
import { api, type Deletion } from '@inkproof/contract';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { ActDialog } from '../dialogs/act-dialog';

/** Takes a deletion back that has not begun. */
export const CancelDeletion = ({ id }: Pick<Deletion, 'id'>) => {
  const t = useTranslations('retention.cancel');
  return <ActDialog label={t('act')} title={t('title')} lede={t('lede')} look={{ size: 's' }} done={t('done')} onSubmit={() => () => browserApi(api.deletions.cancel, { params: { id } })} />;
};
