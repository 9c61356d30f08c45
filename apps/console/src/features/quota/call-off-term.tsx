'use client';
import { api, type QuotaTerm } from '@inkproof/contract';
import { Button, Dialog } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { useAct } from '../dialogs/use-act';
import { ProblemBar } from '../faults/problem-bar';

/** Takes back a term that has not begun, or ends an override that runs. */
export const CallOffTerm = ({ tenantId, term }: { tenantId: `ten_${string}`; term: Pick<QuotaTerm, 'id' | 'state' | 'requests_per_second'> }) => {
  const t = useTranslations('quota');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, act } = useAct();
  const deed = term.state === 'scheduled' ? 'callOff' : 'end';
  return (
    <>
      <Button size="s" tone="quiet" onClick={() => ask('it')}>
        {t(deed)}
      </Button>
      {asking ? (
        <Dialog
          open
          locked={busy}
          onClose={close}
          title={t(`${deed}Title`, { count: term.requests_per_second })}
          footer={
            <>
              <Button onClick={close} blocked={busy}>
                {common('cancel')}
              </Button>
              <Button tone="ink" busy={busy} onClick={() => void act(() => browserApi(api.quota.cancel, { params: { id: tenantId, term: term.id } }), t(`${deed}Done`))}>
                {t(deed)}
              </Button>
            </>
          }
        >
          <ProblemBar problem={problem} />
          <p className="sub">{t(`${deed}Body`)}</p>
        </Dialog>
      ) : null}
    </>
  );
};
