'use client';
import { api, type Approval } from '@inkproof/contract';
import { Button, TextField, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { FormDialog } from '../dialogs/form-dialog';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

const LONGEST_REASON = 500;

export type Side = 'tenant' | 'provider';

interface DecideProps {
  of: Pick<Approval, 'id' | 'payload_sha256' | 'your_part'>;
  side: Side;
  title: string;
}

/** What this person may do with a request: approve or refuse what another asked for, withdraw what they asked for themselves. */
export const DecideApproval = ({ of: { id, payload_sha256, your_part: part }, side, title }: DecideProps) => {
  const t = useTranslations('approvals');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [refusing, setRefusing] = useState(false);
  const [missing, setMissing] = useState(false);
  const { decide, withdraw } = side === 'tenant' ? api.approvals : api.adminApprovals;
  const act = async (work: () => Promise<unknown>, said: string) => {
    if (!(await send(work))) return router.refresh();
    setRefusing(false);
    say(said);
    router.refresh();
  };
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    setMissing(!reason);
    if (reason) void act(() => browserApi(decide, { params: { id }, body: { verdict: 'refuse', payload_sha256, reason } }), t('refusedNow'));
  };
  const close = () => (setRefusing(false), forget());
  return (
    <>
      {refusing ? null : <ProblemBar problem={problem} />}
      <div className="apr-acts">
        {part === 'author' ? (
          <>
            <p className="sub grow">{t('part.author')}</p>
            <Button busy={busy} onClick={() => void act(() => browserApi(withdraw, { params: { id } }), t('withdrawnNow'))}>
              {t('withdraw')}
            </Button>
          </>
        ) : part === 'decider' ? (
          <>
            <Button onClick={() => setRefusing(true)} blocked={busy}>
              {t('refuse')}
            </Button>
            <Button tone="ink" busy={busy} onClick={() => void act(() => browserApi(decide, { params: { id }, body: { verdict: 'approve', payload_sha256 } }), t('approvedNow'))}>
              {t('approve')}
            </Button>
          </>
        ) : (
          <p className="sub grow">{t(`part.${part}`)}</p>
        )}
      </div>
      {refusing ? (
        <FormDialog title={t('refuseTitle', { what: title })} submit={t('refuse')} busy={busy} problem={problem} onSubmit={submit} onClose={close}>
          <TextField label={t('reason')} name="reason" hint={t('reasonHint')} error={missing && t('reasonMissing')} maxLength={LONGEST_REASON} autoComplete="off" autoFocus />
        </FormDialog>
      ) : null}
    </>
  );
};
