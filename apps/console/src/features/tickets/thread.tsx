import type { DeskTicket, SupportTicket, TicketEvent } from '@inkproof/contract';
import { Icon, Tag, type IconName } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '../moments/moment';
import { MessageFiles } from './message-files';
import { spanOf } from './span';
import { Written } from './written';

type Note = DeskTicket['notes'][number];
type Line = { at: string; event: TicketEvent } | { at: string; note: Note };

const icons: Partial<Record<TicketEvent['kind'], IconName>> = { linked: 'link', merged: 'link', split: 'link', warned: 'warn', unassigned: 'warn', assigned: 'person', rated: 'check' };

/** What was said, in the order it was said. */
const Message = ({ who, side, at, words, files, inner = false }: { who: string; side: string; at: string; words: string; files: ReactNode; inner?: boolean }) => {
  const t = useTranslations('tickets');
  return (
    <li className={inner ? 'tk-ms tk-inner' : 'tk-ms'}>
      <span className={side === 'tenant' ? 'ava ava-2' : 'ava'} aria-hidden="true">
        {who.slice(0, 1).toUpperCase()}
      </span>
      <div>
        <p className="tk-mh">
          <b>{who}</b>
          {inner ? (
            <Tag tone="dash" icon="lock">
              {t('internal')}
            </Tag>
          ) : (
            <span className="dim">{t(`side.${side as TicketEvent['side']}`)}</span>
          )}
          <Moment at={at} />
        </p>
        <Written words={words} />
        {files}
      </div>
    </li>
  );
};

/** What was done between the words. */
const Step = ({ event }: { event: TicketEvent }) => {
  const t = useTranslations('tickets');
  const { kind, state, priority, reference, clock, percent, rating, at } = event;
  const words = {
    state_set: () => t('event.state_set', { state: t(`state.${state!}`) }),
    priority_set: () => t('event.priority_set', { priority: priority!.toUpperCase() }),
    assigned: () => (reference ? t('event.assigned', { who: reference }) : t('event.unassign')),
    linked: () => t('event.linked', { reference: reference! }),
    merged: () => t('event.merged', { reference: reference! }),
    split: () => t('event.split', { reference: reference! }),
    rated: () => t('event.rated', { rating: rating! }),
    warned: () => t('event.warned', { clock: t(`clock.${clock!}`), percent: percent! }),
    unassigned: () => t('event.unassigned'),
    opened: () => '',
    replied: () => '',
  }[kind]();
  return (
    <li className="tk-ev">
      <Icon name={icons[kind] ?? 'clock'} size="s" />
      <span>
        <Moment at={at} /> {words}
        {event.words ? <span className="tk-said"> {event.words}</span> : null}
      </span>
    </li>
  );
};

/** What the staff noted; mail of somebody unknown, held for them; and word that a mail came back. */
const NoteLine = ({ note, who, base }: { note: Note; who: string; base: string }) => {
  const t = useTranslations('tickets.mail');
  if (note.kind === 'bounce')
    return (
      <li className="tk-ev">
        <Icon name="warn" size="s" />
        <span>
          <Moment at={note.at} /> {t('bounce', { who, status: note.words })}
        </span>
      </li>
    );
  const held = note.kind === 'held_mail' ? <p className="small zhe">{t('held', { checked: note.checked ?? '' })}</p> : null;
  return <Message who={who} side="provider" at={note.at} words={note.words} files={<><MessageFiles files={note.files} base={`${base}/note-files`} />{held}</>} inner />;
};

/** The whole conversation, with the notes of the staff where they fell when the desk looks. */
export const Thread = ({ ticket }: { ticket: SupportTicket | DeskTicket }) => {
  const t = useTranslations('tickets');
  const locale = useLocale();
  const base = `/v1/${'notes' in ticket ? 'admin/' : ''}tickets/${ticket.id}`;
  const notes = 'notes' in ticket ? ticket.notes : [];
  const lines: Line[] = [...ticket.events.map((event) => ({ at: event.at, event })), ...notes.map((note) => ({ at: note.at, note }))].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const nameOf = (by: TicketEvent['by']): string => by?.name ?? t(by?.id.startsWith('key_') ? 'key' : 'somebody');
  const failedMails = 'letters' in ticket ? ticket.letters.filter(({ state }) => state === 'failed' || state === 'bounced').map(({ event }) => event) : [];
  const firstAnswer = ticket.events.find(({ kind, side }) => kind === 'replied' && side === 'provider');
  return (
    <ol className="tk-thread">
      {lines.map((line) => {
        if ('note' in line) return <NoteLine key={line.note.id} note={line.note} who={nameOf(line.note.by)} base={base} />;
        const { event } = line;
        if (event.kind !== 'opened' && event.kind !== 'replied') return <Step key={event.id} event={event} />;
        return [
          event === firstAnswer ? (
            <li key="first" className="tk-ev">
              <Icon name="clock" size="s" />
              <span>{t('event.firstIn', { span: spanOf((Date.parse(event.at) - Date.parse(ticket.opened_at)) / 1000, locale) })}</span>
            </li>
          ) : null,
          <Message key={event.id} who={nameOf(event.by)} side={event.side} at={event.at} words={event.words ?? ''} files={<><MessageFiles files={event.files} base={`${base}/files`} />{failedMails.includes(event.id) ? <p className="small zhu">{t('mail.undelivered')}</p> : null}{event.checked ? <p className="small dim">{t('mail.by', { checked: event.checked })}</p> : null}</>} />,
        ];
      })}
    </ol>
  );
};
