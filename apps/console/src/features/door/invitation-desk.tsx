'use client';
import { api, type OpenedInvitation } from '@inkproof/contract';
import { buttonClass } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';
import { useSend } from '../faults/use-send';
import { RefusedAtDoor } from '../sign-in/refused-at-door';
import { AcceptForm } from './accept-form';
import { DoorEnd } from './door-end';
import { useLinkToken } from './link-token';

/** From the link in the mail to a place in a tenant or on the staff. */
export const InvitationDesk = () => {
  const t = useTranslations('door');
  const token = useLinkToken();
  const { problem, send } = useSend();
  const [found, setFound] = useState<OpenedInvitation | null>(null);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (token) void send(async () => setFound(await browserApi(api.invitations.look, { body: { token } })));
  }, [token]);
  if (token === '') return <DoorEnd title={t('noLink')}>{t('noLinkBody')}</DoorEnd>;
  if (isDone && found) return <DoorEnd title={t('invitation.done')}>{t('invitation.doneBody', { email: found.email })}</DoorEnd>;
  if (found && token) return <AcceptForm token={token} invitation={found} onAccepted={() => setDone(true)} />;
  return (
    <div className="si-f" aria-busy={!problem}>
      {problem ? (
        <>
          <RefusedAtDoor problem={problem} />
          <Link className={`${buttonClass({ size: 'l', wide: true })} mt-4`} href="/sign-in">
            {t('signIn')}
          </Link>
        </>
      ) : (
        <p className="sub">{t('checking')}</p>
      )}
    </div>
  );
};
