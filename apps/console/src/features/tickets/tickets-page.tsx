import './tickets.css';
import { api, type TicketSummary } from '@inkproof/contract';
import { buttonClass, Empty, Ledger, Mast, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { StayFresh } from '../live/stay-fresh';
import { Moment } from '../moments/moment';
import { Pager } from '../paging/pager';
import type { Trail } from '../paging/trail';
import { addressOf, type Narrowing } from './narrowing';
import { OpenTicket } from './open-ticket';
import { nearestOf, TicketClock } from './ticket-clock';
import { TicketSearch } from './ticket-search';
import { PriorityTag, StateTag } from './ticket-tags';

export const ticketFilters = ['unsolved', 'resolved', 'closed', 'all'] as const;
export type TicketFilter = (typeof ticketFilters)[number];

const showOf = (filter: TicketFilter) => ({ show: filter === 'unsolved' ? undefined : filter });

interface TicketsPageProps {
  items: readonly TicketSummary[];
  filter: TicketFilter;
  narrowing: Narrowing;
  trail: Trail;
  next: string | null;
  mayKeep: boolean;
}

/** A tenant's tickets, and the way to open one. */
export const TicketsPage = ({ items, filter, narrowing, trail, next, mayKeep }: TicketsPageProps) => {
  const t = useTranslations('tickets');
  const hrefOf = (one: TicketFilter): string => addressOf('/tickets', narrowing, showOf(one));
  const isNarrowed = Object.keys(narrowing).length > 0;
  return (
    <main className="main">
      <Mast
        title={t('title')}
        lede={t('lede')}
        actions={
          <>
            <Link className={buttonClass({ tone: 'quiet' })} href="/tickets/coverage">
              {t('coverage')}
            </Link>
            {mayKeep ? <OpenTicket /> : null}
          </>
        }
      />
      <div className="filters row btw wrap">
        <Seg label={t('column.state')}>
          {ticketFilters.map((one) => (
            <Link key={one} href={hrefOf(one)} aria-current={one === filter ? 'true' : undefined}>
              {t(`filter.${one}`)}
            </Link>
          ))}
        </Seg>
        <StayFresh everySeconds={3} news={api.tickets.events.path} />
        <TicketSearch path="/tickets" narrowing={narrowing} kept={showOf(filter)} />
      </div>
      {items.length ? (
        <Ledger caption={t('title')} columns={[{ key: 'subject', label: t('column.subject') }, { key: 'changed', label: t('column.changed') }, { key: 'clock', label: t('column.clock') }, { key: 'state', label: t('column.state') }]}>
          {items.map((ticket) => {
            const nearest = nearestOf(ticket.clocks);
            return (
              <tr key={ticket.id}>
                <td>
                  <span className="row">
                    <PriorityTag priority={ticket.priority} />
                    <Link className="link" href={`/tickets/${ticket.id}`}>
                      {ticket.subject}
                    </Link>
                  </span>
                </td>
                <td className="hide sub">
                  <Moment at={ticket.changed_at} />
                </td>
                <td className="hide">{nearest ? <TicketClock standing={nearest} /> : null}</td>
                <td className="end">
                  <StateTag state={ticket.state} side="tenant" />
                </td>
              </tr>
            );
          })}
        </Ledger>
      ) : (
        <Empty title={t(isNarrowed ? 'search.none' : 'empty')} written={filter === 'all' ? 0 : 5}>
          {t(isNarrowed ? 'search.noneBody' : 'emptyBody')}
        </Empty>
      )}
      {items.length || trail.cursor ? <Pager base={hrefOf(filter)} trail={trail} next={next} /> : null}
    </main>
  );
};
