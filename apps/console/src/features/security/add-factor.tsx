'use client';
import type { AddedFactor } from '@inkproof/contract';
import { Button, Dialog, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { AppSetup } from './app-setup';
import { PasskeySetup } from './passkey-setup';
import { RecoveryCodesShown } from './recovery-codes-shown';

/** The two kinds of second factor, each with its way in; the first of them leaves recovery codes to keep. */
export const AddFactor = ({ passkeys }: { passkeys: boolean }) => {
  const t = useTranslations('security');
  const router = useRouter();
  const say = useToast();
  const [adding, setAdding] = useState<'totp' | 'passkey' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const added = ({ factor, recovery_codes: drawn }: AddedFactor) => {
    setAdding(null);
    say(t('added', { name: factor.name }));
    if (drawn) setCodes(drawn);
    else router.refresh();
  };
  const done = () => {
    setCodes(null);
    router.refresh();
  };
  const Setup = adding === 'passkey' ? PasskeySetup : AppSetup;
  return (
    <>
      {passkeys ? (
        <Button icon="key" onClick={() => setAdding('passkey')}>
          {t('addPasskey')}
        </Button>
      ) : null}
      <Button icon="plus" onClick={() => setAdding('totp')}>
        {t('addApp')}
      </Button>
      {adding ? (
        <Dialog open onClose={() => setAdding(null)} title={t(adding === 'passkey' ? 'addPasskeyTitle' : 'addAppTitle')}>
          <Setup onAdded={added} onCancel={() => setAdding(null)} />
        </Dialog>
      ) : null}
      {codes ? <RecoveryCodesShown codes={codes} onDone={done} /> : null}
    </>
  );
};
