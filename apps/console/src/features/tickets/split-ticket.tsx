'use client';
import { api, ticketPriorities, type DeskTicket, type TicketPriority } from '@inkproof/contract';
import { Icon, SelectField, TextField, Tick } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

const SHOWN_CHARACTERS = 80;

/** Takes messages into a ticket of their own. */
export const SplitTicket = ({ ticket }: { ticket: DeskTicket }) => {
  const t = useTranslations('tickets.acts');
  const names = useTranslations('tickets');
  const [missing, setMissing] = useState<'messages' | 'subject' | null>(null);
  const messages = ticket.events.filter(({ kind }) => kind === 'opened' || kind === 'replied');
  const split = (fields: FormData): Work | false => {
    const chosen = messages.filter(({ id }) => fields.has(id));
    const subject = String(fields.get('subject')).trim();
    const lacks = chosen[0]?.side !== 'tenant' ? 'messages' : subject ? null : 'subject';
    setMissing(lacks);
    const body = { events: chosen.map(({ id }) => id), subject, priority: String(fields.get('priority')) as TicketPriority };
    return lacks ? false : () => browserApi(api.adminTickets.split, { params: { id: ticket.id }, body });
  };
  return (
    <ActDialog label={t('split')} title={t('splitTitle')} done={t('splitDone')} onSubmit={split}>
      <fieldset className="tk-choose">
        <legend>{t('messages')}</legend>
        {messages.map(({ id, side, by, words }) => (
          <Tick key={id} name={id}>
            <b>{by?.name ?? names(`side.${side}`)}</b> {(words ?? '').slice(0, SHOWN_CHARACTERS)}
          </Tick>
        ))}
        {missing === 'messages' ? (
          <p className="err" role="alert">
            <Icon name="warn" size="s" />
            <span>{t('splitMissing')}</span>
          </p>
        ) : (
          <p className="hint">{t('splitHint')}</p>
        )}
      </fieldset>
      <TextField label={t('splitSubject')} name="subject" maxLength={200} autoComplete="off" error={missing === 'subject' && t('splitSubjectMissing')} />
      <SelectField label={t('priority')} name="priority" defaultValue={ticket.priority} options={ticketPriorities.map((value) => ({ value, label: names(`priority.${value}`) }))} />
    </ActDialog>
  );
};
