'use client';
import { api, ticketPriorities, type TicketPriority } from '@inkproof/contract';
import { SelectField, TextField, WordsField } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActDialog, type Work } from '../dialogs/act-dialog';
import { Attaching } from './attaching';
import { useFiles } from './use-files';

/** Opens a ticket: what it is about, what happened, and how grave it is. */
export const OpenTicket = () => {
  const t = useTranslations('tickets');
  const [missing, setMissing] = useState<'subject' | 'words' | null>(null);
  const { files, setFiles, sent, sending } = useFiles();
  const open = (fields: FormData): Work | false => {
    const [subject, words] = ['subject', 'words'].map((name) => String(fields.get(name)).trim()) as [string, string];
    const lacks = subject ? (words ? null : 'words') : 'subject';
    setMissing(lacks);
    const priority = String(fields.get('priority')) as TicketPriority;
    return lacks ? false : () => sending((call, attached) => call(api.tickets.create, { body: { subject, words, priority }, files: attached }));
  };
  return (
    <ActDialog label={t('open')} title={t('open')} look={{ tone: 'ink', icon: 'plus' }} done={t('opened')} onSubmit={open}>
      <TextField label={t('form.subject')} name="subject" maxLength={200} autoComplete="off" error={missing === 'subject' && t('form.subjectMissing')} />
      <WordsField label={t('form.words')} name="words" rows={6} maxLength={20_000} hint={t('form.wordsHint')} error={missing === 'words' && t('form.wordsMissing')} />
      <Attaching files={files} onFiles={setFiles} sent={sent} />
      <SelectField label={t('form.priority')} name="priority" defaultValue="p3" options={ticketPriorities.map((value) => ({ value, label: t(`priority.${value}`) }))} />
    </ActDialog>
  );
};
