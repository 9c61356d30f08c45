'use client';
import { api, type SecondStep, type SecondStepProof, type Session } from '@inkproof/contract';
import { Button, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { askPasskey } from '../factors/passkey-ceremony';
import { useSend } from '../faults/use-send';
import { RefusedAtDoor } from './refused-at-door';

/** The second step: the code an app shows, a recovery code, or a passkey, whichever this person has. */
export const SecondStepForm = ({ step, onEntered, onBack }: { step: SecondStep; onEntered: (session: Session) => void; onBack: () => void }) => {
  const t = useTranslations('signIn.step');
  const { busy, problem, send, forget } = useSend();
  const [way, setWay] = useState<'code' | 'recovery_code'>(step.totp || step.passkey ? 'code' : 'recovery_code');
  const [missing, setMissing] = useState(false);
  const { ticket, passkey } = step;
  const take = (proof: () => Promise<SecondStepProof>) => void send(async () => onEntered(await browserApi(api.session.secondStep, { body: await proof() })));
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get(way)).trim();
    setMissing(!typed);
    if (!typed) return event.currentTarget.querySelector('input')?.focus();
    take(() => Promise.resolve(way === 'code' ? { ticket, code: typed } : { ticket, recovery_code: typed }));
  };
  const turn = () => {
    setWay(way === 'code' ? 'recovery_code' : 'code');
    setMissing(false);
    forget();
  };
  const asksCode = way === 'code' && step.totp;
  return (
    <form className="si-f" onSubmit={submit} noValidate method="post">
      <h1>{t('title')}</h1>
      <p className="sub mt-1">{t(asksCode ? 'ledeCode' : way === 'code' ? 'ledePasskey' : 'ledeRecovery')}</p>
      <div className="col si-fields mt-6">
        <RefusedAtDoor problem={problem} />
        {asksCode ? <TextField key="code" large label={t('code')} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={7} className="si-code" autoFocus error={missing && t('codeMissing')} /> : null}
        {way === 'recovery_code' ? <TextField key="recovery" large label={t('recovery')} name="recovery_code" autoComplete="off" spellCheck={false} className="mono" autoFocus hint={t('recoveryHint')} error={missing && t('recoveryMissing')} /> : null}
        {asksCode || way === 'recovery_code' ? (
          <Button type="submit" tone="ink" size="l" wide busy={busy}>
            {t(busy ? 'busy' : 'submit')}
          </Button>
        ) : null}
        {passkey ? (
          <Button size="l" wide icon="key" tone={asksCode || way === 'recovery_code' ? undefined : 'ink'} blocked={busy} onClick={() => take(async () => ({ ticket, passkey: await askPasskey(passkey) }))}>
            {t('passkey')}
          </Button>
        ) : null}
      </div>
      <p className="small mt-6 si-note row btw">
        {step.recovery_code ? (
          <button type="button" className="link" onClick={turn}>
            {t(way === 'code' ? 'useRecovery' : 'useOther')}
          </button>
        ) : (
          <span className="dim">{t('none')}</span>
        )}
        <button type="button" className="link" onClick={onBack}>
          {t('back')}
        </button>
      </p>
    </form>
  );
};
