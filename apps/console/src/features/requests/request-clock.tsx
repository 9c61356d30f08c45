import type { SubjectRequestSummary } from '@inkproof/contract';
import { Meter } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import { dayOf } from '../../words/moments';

/** The last day of a term whose end is the first instant after it. */
export const lastDayOf = (dueAt: string): string => dayOf(new Date(Date.parse(dueAt) - 1).toISOString());

/** How much of the time is used, and its last day. Warned from four fifths on. */
export const RequestClock = ({ clock, ended }: { clock: SubjectRequestSummary['clock']; ended: boolean }) => {
  const t = useTranslations('requests');
  const text = clock.overdue ? t('overdue', { day: lastDayOf(clock.due_at) }) : t('due', { day: lastDayOf(clock.due_at) });
  return (
    <span className="col">
      <span className={clock.overdue ? 'zhu' : undefined}>{text}</span>
      {ended ? null : <Meter value={clock.used} max={1} tone={clock.overdue ? 'zhu' : clock.used >= 0.8 ? 'zhe' : 'ink'} label={t('clock')} text={text} />}
    </span>
  );
};
