'use client';
import { api, type DeskFilter, type DeskView } from '@inkproof/contract';
import { TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { textOf } from '../dialogs/text-of';

const quiet = { size: 's', tone: 'quiet' } as const;

/** Saves how the queue is narrowed now, under a name; or names a view anew. */
export const SaveView = ({ filter, view }: { filter: DeskFilter; view?: DeskView }) => {
  const t = useTranslations('tickets.views');
  const [isMissing, setMissing] = useState(false);
  const submit = (fields: FormData): Work | false => {
    const name = textOf(fields, 'name');
    setMissing(!name);
    if (!name) return false;
    return () => (view ? browserApi(api.deskViews.change, { params: { id: view.id }, body: { name, filter } }) : browserApi(api.deskViews.create, { body: { name, filter } }));
  };
  const label = t(view ? 'rename' : 'save');
  return (
    <ActDialog label={label} title={label} look={quiet} done={t('saved')} onSubmit={submit}>
      <TextField label={t('name')} name="name" maxLength={40} autoComplete="off" defaultValue={view?.name} error={isMissing && t('nameMissing')} />
    </ActDialog>
  );
};

/** Gives a view to everybody at the desk, or takes it back. */
export const ShareView = ({ view: { id, name, shared } }: { view: DeskView }) => {
  const t = useTranslations('tickets.views');
  return (
    <ActDialog label={t(shared ? 'unshare' : 'share')} title={t(shared ? 'unshareTitle' : 'shareTitle', { name })} look={quiet} done={t('saved')} onSubmit={() => () => browserApi(api.deskViews.share, { params: { id }, body: { shared: !shared } })}>
      <p>{t(shared ? 'unshareBody' : 'shareBody')}</p>
    </ActDialog>
  );
};

/** Puts a view of one's own away. */
export const RetireView = ({ view: { id, name, shared } }: { view: DeskView }) => {
  const t = useTranslations('tickets.views');
  return (
    <ActDialog label={t('retire')} title={t('retireTitle', { name })} look={quiet} done={t('retired')} onSubmit={() => () => browserApi(api.deskViews.retire, { params: { id } })}>
      <p>{t(shared ? 'retireShared' : 'retireBody')}</p>
    </ActDialog>
  );
};
