'use client';
import { api, type DeskTicket } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { useAct } from '../dialogs/use-act';
import { ProblemBar } from '../faults/problem-bar';

/** Takes a call over: nobody further up the chain is called. */
export const TakeOver = ({ id }: { id: DeskTicket['id'] }) => {
  const t = useTranslations('tickets.call');
  const { busy, problem, act } = useAct();
  return (
    <>
      <ProblemBar problem={problem} />
      <Button busy={busy} icon="check" onClick={() => void act(() => browserApi(api.adminTickets.takeOver, { params: { id } }), t('taken'))}>
        {t('take')}
      </Button>
    </>
  );
};
