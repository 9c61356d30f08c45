'use client';
import { api, type Hold } from '@inkproof/contract';
import { WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { readObjects } from './read-objects';

/** Names more things in a hold; asks for it to be lifted, which a second person decides. */
export const HoldActs = ({ id, scope }: Pick<Hold, 'id' | 'scope'>) => {
  const t = useTranslations('retention.holds');
  const [wrong, setWrong] = useState<'objects' | 'reason' | null>(null);
  const params = { id };
  const widen = (fields: FormData): Work | false => {
    const objects = readObjects(fields);
    setWrong(objects ? null : 'objects');
    return objects ? () => browserApi(api.holds.widen, { params, body: { objects } }) : false;
  };
  const lift = (fields: FormData): Work | false => {
    const reason = String(fields.get('reason') ?? '').trim();
    setWrong(reason ? null : 'reason');
    return reason ? () => browserApi(api.holds.lift, { params, body: { reason } }) : false;
  };
  return (
    <span className="rt-acts">
      {scope === 'object' || scope === 'case' ? (
        <ActDialog label={t('widen')} title={t('widenTitle')} look={{ size: 's' }} done={t('widenDone')} onSubmit={widen}>
          <WordsField label={t('objects')} name="objects" className="mono" spellCheck={false} hint={t('objectsHint')} error={wrong === 'objects' && t('objectsWrong')} />
        </ActDialog>
      ) : null}
      <ActDialog label={t('lift')} title={t('liftTitle')} look={{ size: 's' }} done={t('liftDone')} onSubmit={lift}>
        <WordsField label={t('reason')} name="reason" maxLength={500} hint={t('liftHint')} error={wrong === 'reason' && t('reasonMissing')} />
      </ActDialog>
    </span>
  );
};
