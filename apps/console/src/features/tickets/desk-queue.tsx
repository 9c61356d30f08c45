import { api, type TicketSummary } from '@inkproof/contract';
import { Icon, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StayFresh } from '../live/stay-fresh';
import { Moment } from '../moments/moment';
import { addressOf, type Narrowing } from './narrowing';
import { nearestOf, TicketClock } from './ticket-clock';
import { TicketSearch } from './ticket-search';
import { PriorityTag, StateTag } from './ticket-tags';

export const deskViews = ['unsolved', 'mine', 'resolved'] as const;
export type DeskView = (typeof deskViews)[number];

export interface Queue {
  items: readonly TicketSummary[];
  unsolved: number;
  mine: number;
  overdue: number;
  view: DeskView;
  narrowing: Narrowing;
}

const viewOf = (view: DeskView) => ({ view: view === 'unsolved' ? undefined : view });

const Card = ({ ticket, href, isHere }: { ticket: TicketSummary; href: string; isHere: boolean }) => {
  const t = useTranslations('tickets');
  const nearest = nearestOf(ticket.clocks);
  return (
    <Link className="tk-card" href={href} aria-current={isHere ? 'true' : undefined}>
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
  const { items, view, narrowing, overdue } = queue;
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
          <Link className="link" href="/admin/tickets/figures">
            {t('figures')}
          </Link>
          <Link className="link" href="/admin/tickets/macros">
            {t('macros.title')}
          </Link>
        </nav>
        <Seg label={t('column.state')}>
          {deskViews.map((one) => (
            <Link key={one} href={addressOf('/admin/tickets', narrowing, viewOf(one))} aria-current={one === view ? 'true' : undefined}>
              {one === 'resolved' ? t('view.resolved') : t(`view.${one}`, { count: queue[one] })}
            </Link>
          ))}
        </Seg>
        <TicketSearch path="/admin/tickets" narrowing={narrowing} kept={viewOf(view)} />
        {!items.length && Object.keys(narrowing).length ? <p className="sub s13">{t('search.none')}</p> : null}
      </div>
      {items.map((ticket) => (
        <Card key={ticket.id} ticket={ticket} href={addressOf(`/admin/tickets/${ticket.id}`, narrowing, viewOf(view))} isHere={ticket.id === here} />
      ))}
    </aside>
  );
};
