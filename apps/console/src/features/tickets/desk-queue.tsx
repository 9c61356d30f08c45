import { api, type DeskFilter, type DeskView, type TicketSummary } from '@inkproof/contract';
import { Icon } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StayFresh } from '../live/stay-fresh';
import { Moment } from '../moments/moment';
import { deskHref, isSameFilter, standingViews } from './desk-filter';
import { DeskKeyboard } from './desk-keyboard';
import { DeskSearch } from './desk-search';
import { DeskViews } from './desk-views';
import { nearestOf, TicketClock } from './ticket-clock';
import { PriorityTag, StateTag } from './ticket-tags';

export interface Queue {
  items: readonly TicketSummary[];
  counts: { unsolved: number; mine: number };
  overdue: number;
  heldMails: number;
  filter: DeskFilter;
  views: readonly DeskView[];
  staff: readonly { id: string; name: string }[];
  mayKeepViews: boolean;
}

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
  const { items, counts, overdue, heldMails, filter, views, staff, mayKeepViews } = queue;
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
        <nav className="row wrap small">
          <Link className="link" href="/admin/tickets/rota">
            {t('rota')}
          </Link>
          <Link className="link" href="/admin/tickets/figures">
            {t('figures')}
          </Link>
          <Link className="link" href="/admin/tickets/coverage">
            {t('coverage')}
          </Link>
          <Link className="link" href="/admin/tickets/held-mails">
            {t('heldMails.title')}
            {heldMails ? <span className="n n-zhu">{heldMails}</span> : null}
          </Link>
          <Link className="link" href="/admin/tickets/macros">
            {t('macros.title')}
          </Link>
          <Link className="link" href="/admin/tickets/views">
            {t('views.title')}
          </Link>
          <DeskKeyboard />
        </nav>
        <DeskViews filter={filter} counts={counts} views={views} mayKeep={mayKeepViews} />
        <DeskSearch filter={filter} staff={staff} items={items} />
        {items.length || isSameFilter(filter, standingViews.unsolved) ? null : <p className="sub s13">{t('search.none')}</p>}
      </div>
      {items.map((ticket) => (
        <Card key={ticket.id} ticket={ticket} href={deskHref(`/admin/tickets/${ticket.id}`, filter)} isHere={ticket.id === here} />
      ))}
    </aside>
  );
};
