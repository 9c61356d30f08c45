'use client';
import { api, MATERIAL_MAX_BYTES, materialTypes, type Authorization } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useAct } from '../dialogs/use-act';
import { inBase64 } from '../picking/in-base64';

const MEGABYTE = 1_000_000;

/** Puts the material of an authorisation into the vault, where it waits for it. What lies there is not replaced. */
export const PutMaterial = ({ id, onDone }: { id: Authorization['id']; onDone?: (() => void) | undefined }) => {
  const t = useTranslations('authorisations.put');
  const { busy, problem, asking, ask, close, act } = useAct();
  const [isWrong, setWrong] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    const chosen = file instanceof File && file.size > 0 && file.size <= MATERIAL_MAX_BYTES ? file : null;
    const mediaType = materialTypes.find((one) => one === chosen?.type);
    setWrong(!chosen || !mediaType);
    if (!chosen || !mediaType) return;
    if (await act(async () => browserApi(api.authorizations.keepMaterial, { params: { id }, body: { media_type: mediaType, base64: await inBase64(chosen) } }), t('done'))) onDone?.();
  };
  return (
    <>
      <Button size="s" onClick={() => ask('it')}>
        {t('act')}
      </Button>
      {asking ? (
        <FormDialog title={t('title')} lede={t('lede')} submit={t('act')} busy={busy} problem={problem} onClose={close} onSubmit={(event) => void submit(event)}>
          <TextField label={t('file')} name="file" type="file" accept={materialTypes.join(',')} hint={t('hint', { megabytes: MATERIAL_MAX_BYTES / MEGABYTE })} error={isWrong && t('wrong', { megabytes: MATERIAL_MAX_BYTES / MEGABYTE })} />
        </FormDialog>
      ) : null}
    </>
  );
};
