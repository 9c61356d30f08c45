'use client';
import { api, type SupportTicket } from '@inkproof/contract';
import { Button } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { browserApi } from '../../browser-api';
import { useAct } from '../dialogs/use-act';
import { ProblemBar } from '../faults/problem-bar';
import { ActDialog } from '../dialogs/act-dialog';

/** The tenant says that it is resolved. */
export const ResolveTicket = ({ id }: { id: SupportTicket['id'] }) => {
  const t = useTranslations('tickets');
  return (
    <ActDialog label={t('resolve')} title={t('resolveTitle')} look={{ icon: 'check' }} done={t('resolved')} onSubmit={() => () => browserApi(api.tickets.resolve, { params: { id } })}>
      <p className="sub">{t('resolveBody')}</p>
    </ActDialog>
  );
};

const ratings = [1, 2, 3, 4, 5];

/** How it was dealt with, in one click. */
export const RateTicket = ({ id, rating }: { id: SupportTicket['id']; rating: number | null }) => {
  const t = useTranslations('tickets.rate');
  const { busy, problem, act } = useAct();
  return (
    <section className="tk-rate mt-4" aria-label={t('title')}>
      <ProblemBar problem={problem} />
      <span className="s13">{rating === null ? t('title') : t('yours', { rating })}</span>
      {ratings.map((one) => (
        <Button key={one} size="s" tone={one === rating ? 'ink' : 'plain'} aria-pressed={one === rating} aria-label={t('one', { rating: one })} blocked={busy} onClick={() => void act(() => browserApi(api.tickets.rate, { params: { id }, body: { rating: one } }), t('done'))}>
          {one}
        </Button>
      ))}
    </section>
  );
};
