'use client';
import { api, stateAfterReply, type DeskTicket, type Macro, type TicketPriority } from '@inkproof/contract';
import { Button, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ProblemBar } from '../faults/problem-bar';
import { Attaching } from './attaching';
import { Composer } from './composer';
import { MacroChoice } from './macro-choice';
import { useWriting } from './use-writing';

type After = (typeof stateAfterReply)[number];

/** Where the desk answers a tenant, or leaves a note for itself. What the ticket is afterwards goes with the answer. */
export const DeskWriting = ({ ticket, macros, me, closed }: { ticket: DeskTicket; macros: readonly Macro[]; me: string; closed: boolean }) => {
  const { id, tenant, subject } = ticket;
  const asker = ticket.opened_by.name ?? tenant.name;
  const t = useTranslations('tickets');
  const [kind, setKind] = useState<'reply' | 'note'>(closed ? 'note' : 'reply');
  const [state, setState] = useState<After>('open');
  const [priority, setPriority] = useState<TicketPriority>(ticket.priority);
  useEffect(() => setPriority(ticket.priority), [ticket.priority]);
  const { busy, problem, words, write, post, attaching } = useWriting(`desk ${kind} ${id}`);
  // Files that were picked for the staff do not go to the tenant by a slip of the switch.
  const switchTo = (one: 'reply' | 'note') => {
    if (one !== kind) attaching.onFiles([]);
    setKind(one);
  };
  const send = () => (kind === 'note' ? post((said, call, files) => call(api.adminTickets.note, { params: { id }, body: { words: said }, files }), t('noted')) : post((said, call, files) => call(api.adminTickets.reply, { params: { id }, body: { words: said, state, ...(priority !== ticket.priority && { priority }) }, files }), t('sent')));
  const insert = (filled: string, macro: Macro) => {
    write(words.trim() ? `${words.trimEnd()}\n\n${filled}` : filled);
    if (macro.state) setState(macro.state);
    if (macro.priority) setPriority(macro.priority);
  };
  return (
    <form
      className="tk-write"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ProblemBar problem={problem} />
      <Seg label={t('kind')}>
        {(['reply', 'note'] as const).map((one) => (
          <button key={one} type="button" aria-keyshortcuts={one === 'reply' ? 'r' : 'n'} aria-pressed={one === kind} disabled={closed && one === 'reply'} onClick={() => switchTo(one)}>
            {t(one)}
          </button>
        ))}
      </Seg>
      <Composer key={kind} label={t(kind)} place={kind === 'note' ? t('notePlace') : t('replyTo', { who: asker })} words={words} onWords={write} onSend={() => void send()} tools={kind === 'reply' ? <MacroChoice macros={macros} values={{ ticket: id, subject, tenant: tenant.name, asker, me }} onChoose={insert} /> : null} />
      <Attaching {...attaching} />
      <div className="tk-foot">
        {kind === 'reply' ? (
          <>
            <label className="row small">
              {t('then')}
              <select className="in" value={state} onChange={(event) => setState(event.target.value as After)}>
                {stateAfterReply.map((one) => (
                  <option key={one} value={one}>
                    {t(`afterReply.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            {priority === ticket.priority ? (
              <span className="small dim only-l">{t('restarts')}</span>
            ) : (
              <button type="button" className="small link" onClick={() => setPriority(ticket.priority)}>
                {t('macros.undoPriority', { priority: priority.toUpperCase() })}
              </button>
            )}
          </>
        ) : null}
        <Button type="submit" tone="ink" busy={busy} blocked={!words.trim()}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
};
