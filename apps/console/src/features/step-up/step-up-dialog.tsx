'use client';
import { api, type Confirmation } from '@inkproof/contract';
import { Button, Seg, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { useSend } from '../faults/use-send';
import { askPasskey } from '../factors/passkey-ceremony';

interface Offer {
  ticket: string;
  totp: boolean;
  passkey: Record<string, unknown> | null;
}

/** Who is it, before something grave is done: by password, code or passkey, whichever the person has. */
export const StepUpDialog = ({ email, onAnswer }: { email: string; onAnswer: (confirmed: boolean) => void }) => {
  const t = useTranslations('stepUp');
  const { busy, problem, send } = useSend();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    browserApi(api.session.offerConfirmation).then(
      (found) => {
        setOffer(found);
        if (found.totp) setWay('code');
      },
      // The password is always there to confirm with.
      () => setOffer(null),
    );
  }, []);
  const confirm = async (shown: () => Promise<Confirmation>) => {
    if (await send(async () => browserApi(api.session.confirm, { body: await shown() }))) onAnswer(true);
  };
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get(way)).trim();
    setMissing(!typed);
    if (typed) void confirm(() => Promise.resolve(way === 'code' ? { code: typed } : { password: typed }));
  };
  const withPasskey = ({ passkey }: Offer) =>
    confirm(async () => {
      // Each question of an authenticator is asked once; a second try needs another.
      const { ticket, passkey: options } = await browserApi(api.session.offerConfirmation);
      return { ticket, passkey: await askPasskey(options ?? passkey ?? {}) };
    });
  return (
    <FormDialog
      title={t('title')}
      lede={t('lede')}
      submit={t(busy ? 'busy' : 'confirm')}
      busy={busy}
      problem={problem}
      left={
        offer?.passkey ? (
          <Button icon="key" blocked={busy} onClick={() => void withPasskey(offer)}>
            {t('passkey')}
          </Button>
        ) : undefined
      }
      onSubmit={submit}
      onClose={() => onAnswer(false)}
    >
      {offer?.totp ? (
        <Seg label={t('way')}>
          {(['code', 'password'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={one === way} onClick={() => setWay(one)}>
              {t(`by.${one}`)}
            </button>
          ))}
        </Seg>
      ) : null}
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      {way === 'password' ? (
        <TextField key="password" label={t('password')} name="password" type="password" autoComplete="current-password" error={missing && t('passwordMissing')} autoFocus />
      ) : (
        <TextField key="code" label={t('code')} name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={7} error={missing && t('codeMissing')} hint={t('codeHint')} autoFocus />
      )}
    </FormDialog>
  );
};
