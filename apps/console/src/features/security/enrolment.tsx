'use client';
import type { AddedFactor } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SignOut } from '../account/sign-out';
import { AppSetup } from './app-setup';
import { PasskeySetup } from './passkey-setup';
import { RecoveryCodesShown } from './recovery-codes-shown';

/** The first second factor of somebody whose role needs one: a choice of two, the setting up, the recovery codes, and on to where they wanted. */
export const Enrolment = ({ passkeys, next }: { passkeys: boolean; next: string }) => {
  const t = useTranslations('security');
  const [way, setWay] = useState<'totp' | 'passkey' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const goOn = () => window.location.assign(next);
  const added = ({ recovery_codes: drawn }: AddedFactor) => {
    setWay(null);
    if (drawn) setCodes(drawn);
    else goOn();
  };
  const cancel = () => setWay(null);
  return (
    <div className="en">
      <h1>{t(way === 'totp' ? 'addAppTitle' : way === 'passkey' ? 'addPasskeyTitle' : 'enrolTitle')}</h1>
      {way ? null : <p className="sub mt-1">{t('enrolBody')}</p>}
      <div className="mt-6">
        {way === 'totp' ? <AppSetup onAdded={added} onCancel={cancel} /> : null}
        {way === 'passkey' ? <PasskeySetup onAdded={added} onCancel={cancel} /> : null}
      </div>
      {way ? null : (
        <div className="en-ways">
          {passkeys ? (
            <div className="en-way">
              <b>{t('kind.passkey')}</b>
              <p className="sub s13">{t('enrolPasskey')}</p>
              <Button tone="ink" onClick={() => setWay('passkey')}>
                {t('choose')}
              </Button>
            </div>
          ) : null}
          <div className="en-way">
            <b>{t('kind.totp')}</b>
            <p className="sub s13">{t('enrolApp')}</p>
            <Button tone={passkeys ? undefined : 'ink'} onClick={() => setWay('totp')}>
              {t('choose')}
            </Button>
          </div>
          <div className="row btw mt-4">
            <span className="small dim">{t('enrolLater')}</span>
            <SignOut />
          </div>
        </div>
      )}
      {codes ? <RecoveryCodesShown codes={codes} onDone={goOn} /> : null}
    </div>
  );
};
