'use client';
import { api, type AddedFactor } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { makePasskey } from '../factors/passkey-ceremony';
import { useSend } from '../faults/use-send';

/** A name for it, and then the browser's own question. */
export const PasskeySetup = ({ onAdded, onCancel }: { onAdded: (added: AddedFactor) => void; onCancel: () => void }) => {
  const t = useTranslations('security');
  const common = useTranslations('common');
  const { busy, problem, send } = useSend();
  const [missing, setMissing] = useState(false);
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setMissing(!name);
    if (!name) return;
    void send(async () => {
      const { ticket, options } = await browserApi(api.factors.offerPasskey);
      onAdded(await browserApi(api.factors.addPasskey, { body: { ticket, name, passkey: await makePasskey(options) } }));
    });
  };
  return (
    <form onSubmit={submit} noValidate method="post" className="col" style={{ gap: 'var(--s-4)' }}>
      <p className="sub s13">{t('passkeyBody')}</p>
      <ProblemBar problem={problem} />
      <TextField label={t('name')} name="name" maxLength={64} defaultValue={t('passkeyName')} autoComplete="off" hint={t('nameHint')} error={missing && t('nameMissing')} autoFocus />
      <div className="row sx-end">
        <Button onClick={onCancel} blocked={busy}>
          {common('cancel')}
        </Button>
        <Button type="submit" tone="ink" busy={busy}>
          {t(busy ? 'waiting' : 'makePasskey')}
        </Button>
      </div>
    </form>
  );
};
