'use client';
import { api, type Job } from '@inkproof/contract';
import { Button, ConfirmDialog, useToast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ProblemBar } from '../faults/problem-bar';
import { useSend } from '../faults/use-send';

/** Stops a job that runs; erases the results of one that has ended. Both are for good. */
export const CancelJob = ({ id, ended }: { id: Job['id']; ended: boolean }) => {
  const t = useTranslations('jobs');
  const common = useTranslations('common');
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [asking, setAsking] = useState(false);
  const phrase = id.slice(-6);
  const close = () => (setAsking(false), forget());
  const act = async () => {
    if (!(await send(() => browserApi(api.jobs.cancel, { params: { id } })))) return;
    close();
    say(t(ended ? 'erased' : 'cancelled'));
    router.refresh();
  };
  return (
    <>
      <Button icon={ended ? 'close' : 'stop'} onClick={() => setAsking(true)}>
        {t(ended ? 'erase' : 'cancel')}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        onConfirm={() => void act()}
        busy={busy}
        title={t(ended ? 'eraseTitle' : 'cancelTitle')}
        phrase={phrase}
        words={{ type: t.rich('typeId', { id: phrase, b: (words) => <b className="mono">{words}</b> }), confirm: t(ended ? 'eraseDo' : 'cancelDo'), cancel: common('close'), busy: common('saving') }}
      >
        {t(ended ? 'eraseBody' : 'cancelBody')}
        {problem ? (
          <div className="mt-4">
            <ProblemBar problem={problem} />
          </div>
        ) : null}
      </ConfirmDialog>
    </>
  );
};
