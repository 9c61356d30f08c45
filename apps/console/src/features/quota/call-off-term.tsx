'use client';
import { api, type QuotaTerm } from '@inkproof/contract';
import { Button, Dialog, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

/** Takes back a term that has not begun, or ends an override that runs. */
export const CallOffTerm = ({ tenantId, term }: { tenantId: `ten_${string}`; term: Pick<QuotaTerm, 'id' | 'state' | 'requests_per_second'> }) => {
  const t = useTranslations('quota');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [asking, setAsking] = useState(false);
  const act = term.state === 'scheduled' ? 'callOff' : 'end';
  const close = () => (setAsking(false), forget());
  const callOff = async () => {
    if (!(await send(() => browserApi(api.quota.cancel, { params: { id: tenantId, term: term.id } })))) return;
    close();
    say(t(`${act}Done`));
    router.refresh();
  };
  return (
    <>
      <Button size="s" tone="quiet" onClick={() => setAsking(true)}>
        {t(act)}
      </Button>
      {asking ? (
        <Dialog
          open
          locked={busy}
          onClose={close}
          title={t(`${act}Title`, { count: term.requests_per_second })}
          footer={
            <>
              <Button onClick={close} blocked={busy}>
                {common('cancel')}
              </Button>
              <Button tone="ink" busy={busy} onClick={() => void callOff()}>
                {t(act)}
              </Button>
            </>
          }
        >
          <ProblemBar problem={problem} />
          <p className="sub">{t(`${act}Body`)}</p>
        </Dialog>
      ) : null}
    </>
  );
};
