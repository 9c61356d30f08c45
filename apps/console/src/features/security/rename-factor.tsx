'use client';
import { api, type Factor } from '@inkproof/contract';
import { IconButton, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';

const LONGEST_NAME = 64;

/** Another name for a factor of one's own, by which to tell it from the others. */
export const RenameFactor = ({ id, name }: Pick<Factor, 'id' | 'name'>) => {
  const t = useTranslations('security');
  const { busy, problem, asking, ask, close, act } = useAct();
  const [missing, setMissing] = useState(false);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get('name')).trim();
    setMissing(!next);
    if (next) void act(() => browserApi(api.factors.rename, { params: { id }, body: { name: next } }), t('renamed', { name: next }));
  };
  return (
    <>
      <IconButton icon="page" label={t('rename', { name })} onClick={() => ask('it')} />
      {asking ? (
        <FormDialog title={t('renameTitle', { name })} submit={t(busy ? 'renaming' : 'renameDo')} busy={busy} problem={problem} onSubmit={submit} onClose={close}>
          <TextField label={t('renameName')} name="name" defaultValue={name} error={missing && t('renameMissing')} maxLength={LONGEST_NAME} autoComplete="off" autoFocus />
        </FormDialog>
      ) : null}
    </>
  );
};
