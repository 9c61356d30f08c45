import './tickets.css';
import { api, type SupportTicket } from '@inkproof/contract';
import { Bar, Mast } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { StayFresh } from '../live/stay-fresh';
import { Clocks } from './clocks';
import { RateTicket, ResolveTicket } from './tenant-acts';
import { TenantWriting } from './tenant-writing';
import { Thread } from './thread';
import { PriorityTag, StateTag } from './ticket-tags';

/** One ticket as its tenant sees it: its clocks, what was said, and where to write. */
export const TicketPage = ({ ticket, mayKeep }: { ticket: SupportTicket; mayKeep: boolean }) => {
  const t = useTranslations('tickets');
  const { id, state } = ticket;
  const isSolved = state === 'resolved' || state === 'closed';
  return (
    <main className="main">
      <Mast
        title={ticket.subject}
        lede={
          <span className="row wrap">
            <PriorityTag priority={ticket.priority} />
            <StateTag state={state} side="tenant" />
            <span className="id">{id}</span>
            <StayFresh everySeconds={3} news={api.tickets.events.path} />
          </span>
        }
        actions={mayKeep && !isSolved ? <ResolveTicket id={id} /> : null}
      />
      <Clocks clocks={ticket.clocks} />
      {isSolved && mayKeep ? <RateTicket id={id} rating={ticket.rating} /> : null}
      <Thread ticket={ticket} />
      {state === 'closed' ? <Bar title={t('closedBar')}>{t('closedBody')}</Bar> : mayKeep ? <TenantWriting id={id} solved={isSolved} /> : null}
    </main>
  );
};
