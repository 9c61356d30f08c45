import { api, type TicketSummary } from '@inkproof/contract';
import { Icon, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StayFresh } from '../live/stay-fresh';
import { Moment } from '../moments/moment';
import { nearestOf, TicketClock } from './ticket-clock';
import { PriorityTag, StateTag } from './ticket-tags';

export const deskViews = ['unsolved', 'mine', 'resolved'] as const;
export type DeskView = (typeof deskViews)[number];

export interface Queue {
  items: readonly TicketSummary[];
  unsolved: number;
  mine: number;
  overdue: number;
  view: DeskView;
}

const suffixOf = (view: DeskView): string => (view === 'unsolved' ? '' : `?view=${view}`);

const Card = ({ ticket, view, isHere }: { ticket: TicketSummary; view: DeskView; isHere: boolean }) => {
  const t = useTranslations('tickets');
  const nearest = nearestOf(ticket.clocks);
  return (
    <Link className="tk-card" href={`/admin/tickets/${ticket.id}${suffixOf(view)}`} aria-current={isHere ? 'true' : undefined}>
      <span className="row btw small">
        <span className="row">
          <PriorityTag priority={ticket.priority} />
          <span className="sub tr">{ticket.tenant.name}</span>
        </span>
        <span className="dim nw">
          <Moment at={ticket.changed_at} />
        </span>
      </span>
      <b className="tr">{ticket.subject}</b>
      {nearest ? (
        <TicketClock standing={nearest} />
      ) : (
        <span className="small dim row btw">
          <StateTag state={ticket.state} side="provider" />
          <span className="row">
            <Icon name="pause" size="s" />
            {t('stopped')}
          </span>
        </span>
      )}
    </Link>
  );
};

/** What waits at the desk, the most urgent first. It keeps itself fresh. */
export const DeskQueue = ({ queue, here }: { queue: Queue; here?: string }) => {
  const t = useTranslations('tickets');
  const { items, view, overdue } = queue;
  return (
    <aside className="tk-queue" aria-label={t('deskTitle')}>
      <div className="tk-qh">
        <div className="row btw">
          <h1 className="h2 row">
            {t('deskTitle')}
            {overdue ? <span className="n n-zhu">{overdue}</span> : null}
          </h1>
          <StayFresh everySeconds={3} news={api.adminTickets.events.path} />
        </div>
        <nav className="row small">
          <Link className="link" href="/admin/tickets/rota">
            {t('rota')}
          </Link>
        </nav>
        <Seg label={t('column.state')}>
          {deskViews.map((one) => (
            <Link key={one} href={`/admin/tickets${suffixOf(one)}`} aria-current={one === view ? 'true' : undefined}>
              {one === 'resolved' ? t('view.resolved') : t(`view.${one}`, { count: queue[one] })}
            </Link>
          ))}
        </Seg>
      </div>
      {items.map((ticket) => (
        <Card key={ticket.id} ticket={ticket} view={view} isHere={ticket.id === here} />
      ))}
    </aside>
  );
};
