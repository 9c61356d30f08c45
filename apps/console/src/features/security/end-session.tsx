'use client';
import { api } from '@inkproof/contract';
import { Button, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api';
import { useSend } from '../faults/use-send';

/** Ends one session, or, without an id, all but this one. */
export const EndSession = ({ id }: { id?: `ses_${string}` }) => {
  const t = useTranslations('security');
  const router = useRouter();
  const say = useToast();
  const { busy, send } = useSend();
  const end = async () => {
    const done = await send(() => (id ? browserApi(api.sessions.revoke, { params: { id } }) : browserApi(api.sessions.revokeOthers)));
    say(t(done ? (id ? 'ended' : 'endedOthers') : 'notEnded'), done ? undefined : 'zhu');
    router.refresh();
  };
  return (
    <Button size={id ? 's' : undefined} icon={id ? undefined : 'leave'} busy={busy} onClick={() => void end()}>
      {t(id ? 'end' : 'endOthers')}
    </Button>
  );
};
