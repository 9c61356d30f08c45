'use client';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useAct } from '../dialogs/use-act';
import { ProblemBar } from '../faults/problem-bar';

/** Takes a call over: nobody further up the chain is called. */
export const TakeOverButton = ({ take }: { take: () => Promise<unknown> }) => {
  const t = useTranslations('tickets.call');
  const { busy, problem, act } = useAct();
  return (
    <>
      <ProblemBar problem={problem} />
      <Button busy={busy} icon="check" onClick={() => void act(take, t('taken'))}>
        {t('take')}
      </Button>
    </>
  );
};
