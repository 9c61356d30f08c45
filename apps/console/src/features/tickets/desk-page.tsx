import './tickets.css';
import type { DeskTicket, Macro } from '@inkproof/contract';
import { Empty, Facts, Section } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Moment } from '../moments/moment';
import { BackToDesk } from './back-to-desk';
import { Clocks } from './clocks';
import { ChangeTicket, MergeTicket } from './desk-acts';
import { deskHref } from './desk-filter';
import { DeskQueue, type Queue } from './desk-queue';
import { DeskWriting } from './desk-writing';
import { RunningCall } from './running-call';
import { SplitTicket } from './split-ticket';
import { Thread } from './thread';
import { PriorityTag, StateTag } from './ticket-tags';

interface DeskPageProps {
  queue: Queue;
  ticket?: DeskTicket;
  mayKeep: boolean;
  macros?: readonly Macro[];
  /** How whoever looks is called. */
  me: string;
}

const Side = ({ ticket }: { ticket: DeskTicket }) => {
  const t = useTranslations('tickets');
  const links = ticket.events.filter(({ kind }) => kind === 'linked' || kind === 'merged' || kind === 'split');
  return (
    <aside className="tk-side">
      <Section title={t('facts.tenant')}>
        <Facts
          entries={[
            [t('facts.tenant'), <Link key="t" className="link" href={`/admin/tenants/${ticket.tenant.id}`}>{ticket.tenant.name}</Link>],
            [t('title'), <Link key="a" className="link" href={deskHref('/admin/tickets', { tenant: ticket.tenant.id })}>{t('search.ofTenant')}</Link>],
            [t('facts.openedBy'), ticket.opened_by.name ?? t('key')],
            [t('facts.openedAt'), <Moment key="o" at={ticket.opened_at} />],
            [t('facts.assignee'), ticket.assignee?.name ?? t('facts.nobody')],
            [t('facts.state'), <StateTag key="s" state={ticket.state} side="provider" />],
          ]}
        />
      </Section>
      <Section title={t('facts.links')}>
        {links.length ? (
          <ul className="plain">
            {links.map(({ id, reference }) => (
              <li key={id} className="id">
                {reference?.startsWith('tkt_') ? (
                  <Link className="link" href={`/admin/tickets/${reference}`}>
                    {reference}
                  </Link>
                ) : (
                  reference
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p className="dim s13">{t('facts.noLinks')}</p>
        )}
      </Section>
    </aside>
  );
};

/** The desk: what waits on the left, one conversation in the middle, whose it is on the right. */
export const DeskPage = ({ queue, ticket, mayKeep, macros = [], me }: DeskPageProps) => {
  const t = useTranslations('tickets');
  if (!ticket)
    return (
      <main className="main tk-main">
        <div className="tk-desk tk-desk-none">
          <DeskQueue queue={queue} />
          <section className="tk-center">{queue.items.length ? <Empty title={t('choose')}>{t('chooseBody')}</Empty> : <Empty title={t('emptyDesk')}>{t('emptyDeskBody')}</Empty>}</section>
        </div>
      </main>
    );
  const isClosed = ticket.state === 'closed';
  return (
    <main className="main tk-main">
      <div className="tk-desk tk-desk-one">
        <DeskQueue queue={queue} here={ticket.id} />
        <section className="tk-center">
          <BackToDesk size="s" className="tk-back" />
          <div className="row btw wrap">
            <div>
              <p className="eyebrow row wrap">
                <PriorityTag priority={ticket.priority} />
                <span className="id">{ticket.id}</span>
                <span>{ticket.tenant.name}</span>
              </p>
              <h2 className="h1 mt-1">{ticket.subject}</h2>
            </div>
            {mayKeep ? (
              <div className="row">
                {isClosed ? null : <ChangeTicket ticket={ticket} staff={queue.staff} />}
                {isClosed ? null : <MergeTicket id={ticket.id} />}
                <SplitTicket ticket={ticket} />
              </div>
            ) : null}
          </div>
          <RunningCall ticket={ticket} mayKeep={mayKeep} />
          <Clocks clocks={ticket.clocks} />
          <Thread ticket={ticket} />
          {mayKeep ? <DeskWriting key={`${ticket.id} ${isClosed}`} ticket={ticket} macros={macros} me={me} closed={isClosed} /> : null}
        </section>
        <Side ticket={ticket} />
      </div>
    </main>
  );
};
