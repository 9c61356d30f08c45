'use client';
import { api, ticketPriorities, type DeskTicket, type TicketPriority } from '@inkproof/contract';
import { SelectField, TextField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { browserApi } from '../../browser-api';
import { ActDialog, type Work } from '../dialogs/act-dialog';

interface Person {
  id: NonNullable<DeskTicket['assignee']>['id'];
  name: string;
}

/** Gives a ticket to somebody, sets how grave it is, or links it. */
export const ChangeTicket = ({ ticket, staff }: { ticket: DeskTicket; staff: readonly Person[] }) => {
  const t = useTranslations('tickets.acts');
  const names = useTranslations('tickets');
  const common = useTranslations('common');
  const change = (fields: FormData): Work | false => {
    const [priority, assignee, link] = ['priority', 'assignee', 'link'].map((name) => String(fields.get(name)).trim()) as [TicketPriority, string, string];
    const body = {
      ...(priority !== ticket.priority && { priority }),
      ...(assignee !== (ticket.assignee?.id ?? '') && { assignee: assignee === '' ? null : (assignee as `per_${string}`) }),
      ...(link && { link }),
    };
    return Object.keys(body).length ? () => browserApi(api.adminTickets.change, { params: { id: ticket.id }, body }) : () => Promise.resolve();
  };
  return (
    <ActDialog label={t('change')} title={t('change')} look={{ 'aria-keyshortcuts': 'a' }} done={t('done')} onSubmit={change}>
      <SelectField label={t('priority')} name="priority" defaultValue={ticket.priority} options={ticketPriorities.map((value) => ({ value, label: names(`priority.${value}`) }))} />
      <SelectField label={t('assignee')} name="assignee" defaultValue={ticket.assignee?.id ?? ''} options={[{ value: '', label: t('nobody') }, ...staff.map(({ id, name }) => ({ value: id, label: name }))]} />
      <TextField label={t('link')} name="link" maxLength={64} autoComplete="off" hint={t('linkHint')} optional={common('optional')} />
    </ActDialog>
  );
};

/** Closes a ticket in favour of another of its tenant. */
export const MergeTicket = ({ id }: { id: DeskTicket['id'] }) => {
  const t = useTranslations('tickets.acts');
  const [isMissing, setMissing] = useState(false);
  const merge = (fields: FormData): Work | false => {
    const into = String(fields.get('into')).trim();
    setMissing(!into);
    return into ? () => browserApi(api.adminTickets.merge, { params: { id }, body: { into: into as DeskTicket['id'] } }) : false;
  };
  return (
    <ActDialog label={t('merge')} title={t('mergeTitle')} done={t('merged')} onSubmit={merge}>
      <TextField label={t('mergeInto')} name="into" maxLength={64} autoComplete="off" hint={t('mergeHint')} error={isMissing && t('mergeMissing')} />
    </ActDialog>
  );
};
