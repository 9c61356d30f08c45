import type { DeskTicket } from '@inkproof/contract';
import { Bar } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { shortMomentOf } from '../../words/moments';
import { callRunning } from './call-running';
import { TakeOver } from './take-over';

/** Who was called to a ticket and why, while nobody has taken the call over. */
export const RunningCall = ({ ticket, mayKeep }: { ticket: DeskTicket; mayKeep: boolean }) => {
  const t = useTranslations('tickets');
  const running = callRunning(ticket);
  if (!running) return null;
  const { at, clock, called, next_at } = running;
  const when = shortMomentOf(at);
  return (
    <div className="mt-4">
      <Bar tone="zhu" live="polite" title={called ? t('call.called', { who: called.name ?? t('somebody'), at: when }) : t('call.desk', { at: when })} action={mayKeep ? <TakeOver id={ticket.id} /> : null}>
        {clock ? t('call.late', { clock: t(`clock.${clock}`) }) : t('call.untaken')} {next_at ? t('call.next', { at: shortMomentOf(next_at) }) : null}
      </Bar>
    </div>
  );
};
