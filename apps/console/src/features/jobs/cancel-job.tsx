'use client';
import { api, type Job } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { ConfirmAct } from '../dialogs/confirm-act';
import { useAct } from '../dialogs/use-act';

/** Stops a job that runs; erases the results of one that has ended. Both are for good. */
export const CancelJob = ({ id, ended }: { id: Job['id']; ended: boolean }) => {
  const t = useTranslations('jobs');
  const common = useTranslations('common');
  const { busy, problem, asking, ask, close, act } = useAct();
  const phrase = id.slice(-6);
  return (
    <>
      <Button icon={ended ? 'close' : 'stop'} onClick={() => ask('it')}>
        {t(ended ? 'erase' : 'cancel')}
      </Button>
      <ConfirmAct
        open={asking !== null}
        onClose={close}
        onConfirm={() => void act(() => browserApi(api.jobs.cancel, { params: { id } }), t(ended ? 'erased' : 'cancelled'))}
        busy={busy}
        problem={problem}
        title={t(ended ? 'eraseTitle' : 'cancelTitle')}
        phrase={phrase}
        words={{ type: t.rich('typeId', { id: phrase, b: (words) => <b className="mono">{words}</b> }), confirm: t(ended ? 'eraseDo' : 'cancelDo'), cancel: common('close'), busy: common('saving') }}
      >
        {t(ended ? 'eraseBody' : 'cancelBody')}
      </ConfirmAct>
    </>
  );
};
