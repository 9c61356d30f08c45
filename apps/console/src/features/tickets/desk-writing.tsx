'use client';
import { api, stateAfterReply, type DeskTicket } from '@inkproof/contract';
import { Button, Seg } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ProblemBar } from '../faults/problem-bar';
import { Attaching } from './attaching';
import { Composer } from './composer';
import { useWriting } from './use-writing';

type After = (typeof stateAfterReply)[number];

/** Where the desk answers a tenant, or leaves a note for itself. What the ticket is afterwards goes with the answer. */
export const DeskWriting = ({ id, asker, closed }: { id: DeskTicket['id']; asker: string; closed: boolean }) => {
  const t = useTranslations('tickets');
  const [kind, setKind] = useState<'reply' | 'note'>(closed ? 'note' : 'reply');
  const [state, setState] = useState<After>('open');
  const { busy, problem, words, write, post, attaching } = useWriting(`desk ${kind} ${id}`);
  // Files that were picked for the staff do not go to the tenant by a slip of the switch.
  const switchTo = (one: 'reply' | 'note') => {
    if (one !== kind) attaching.onFiles([]);
    setKind(one);
  };
  const send = () => (kind === 'note' ? post((said, call, files) => call(api.adminTickets.note, { params: { id }, body: { words: said }, files }), t('noted')) : post((said, call, files) => call(api.adminTickets.reply, { params: { id }, body: { words: said, state }, files }), t('sent')));
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
          <button key={one} type="button" aria-pressed={one === kind} disabled={closed && one === 'reply'} onClick={() => switchTo(one)}>
            {t(one)}
          </button>
        ))}
      </Seg>
      <Composer key={kind} label={t(kind)} place={kind === 'note' ? t('notePlace') : t('replyTo', { who: asker })} words={words} onWords={write} onSend={() => void send()} />
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
            <span className="small dim only-l">{t('restarts')}</span>
          </>
        ) : null}
        <Button type="submit" tone="ink" busy={busy} blocked={!words.trim()}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
};
