'use client';
import { api, type Session, type SignInOptions } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { askPasskey } from '../factors/passkey-ceremony';
import { useSend } from '../faults/use-send';
import { rememberNext } from './next-page';
import { RefusedAtDoor } from './refused-at-door';

interface OtherWaysProps {
  options: SignInOptions;
  next: string | undefined;
  onBegin: () => void;
  onEntered: (session: Session) => void;
}

/** The ways in beside a password: a passkey, and whoever the operator lets vouch for people. */
export const OtherWays = ({ options: { passkeys, oidc }, next, onBegin, onEntered }: OtherWaysProps) => {
  const t = useTranslations('signIn');
  const { busy, problem, send } = useSend();
  if (!passkeys && !oidc) return null;
  const begin = (work: () => Promise<void>) => {
    onBegin();
    void send(work);
  };
  const withPasskey = async () => {
    const { ticket, options } = await browserApi(api.session.offerPasskey);
    onEntered(await browserApi(api.session.signInWithPasskey, { body: { ticket, passkey: await askPasskey(options) } }));
  };
  const withOidc = async () => {
    const { url } = await browserApi(api.session.beginOidc);
    rememberNext(next);
    window.location.assign(url);
  };
  return (
    <div className="col si-other">
      <div className="si-or" aria-hidden="true">
        <span>{t('or')}</span>
      </div>
      <RefusedAtDoor problem={problem} />
      {passkeys ? (
        <Button size="l" wide icon="key" blocked={busy} onClick={() => begin(withPasskey)}>
          {t('passkey')}
        </Button>
      ) : null}
      {oidc ? (
        <Button size="l" wide icon="leave" blocked={busy} onClick={() => begin(withOidc)}>
          {t('oidc', { label: oidc.label })}
        </Button>
      ) : null}
    </div>
  );
};
