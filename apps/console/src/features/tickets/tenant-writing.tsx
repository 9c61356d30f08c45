'use client';
import { api, type SupportTicket } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { ProblemBar } from '../faults/problem-bar';
import { Attaching } from './attaching';
import { Composer } from './composer';
import { useWriting } from './use-writing';

/** Where a tenant writes on its ticket. */
export const TenantWriting = ({ id, solved }: { id: SupportTicket['id']; solved: boolean }) => {
  const t = useTranslations('tickets');
  const { busy, problem, words, write, post, attaching } = useWriting(`ticket ${id}`);
  return (
    <form
      className="tk-write"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void post((said, call, files) => call(api.tickets.reply, { params: { id }, body: { words: said }, files }), t('sent'));
      }}
    >
      <ProblemBar problem={problem} />
      <Composer label={t('write')} place={t('write')} words={words} onWords={write} />
      <Attaching {...attaching} />
      <div className="tk-foot">
        {solved ? <span className="small dim">{t('reopenBody')}</span> : null}
        <Button type="submit" tone="ink" busy={busy} blocked={!words.trim()}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
};
