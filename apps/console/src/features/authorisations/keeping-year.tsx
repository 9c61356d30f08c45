import type { KeepingCalendar } from '@inkproof/contract';
import { addCalendarMonths, addDays, daysBetween, type Day } from '@inkproof/kernel';
import { clsx } from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import { MonthTable } from '../months/month-table';

const MONTHS = 12;

/** The months of a year, each with the days on which something is kept for the last time; a day leads to its row. */
export const KeepingYear = ({ days, today }: { days: KeepingCalendar['days']; today: Day }) => {
  const t = useTranslations('authorisations');
  const format = useFormatter();
  const ending = new Map<string, KeepingCalendar['days'][number]>(days.map((one) => [one.day, one]));
  const first = `${today.slice(0, 7)}-01` as Day;
  // A year begins within a month and ends within that of next year.
  const months = Array.from({ length: MONTHS + 1 }, (_, at) => addCalendarMonths(first, at)).map((month) => daysBetween(month, addDays(addCalendarMonths(month, 1), -1)));
  return (
    <div className="ky">
      {months.map((month) => (
        <MonthTable
          key={month[0]}
          className="ky-m"
          days={month.map((day) => ({ day }))}
          cell={({ day }) => {
            const { commitments, vault } = ending.get(day) ?? { commitments: 0, vault: 0 };
            return (
              <td key={day} className={clsx(day === today && 'ky-today')}>
                {commitments + vault ? (
                  <a href={`#d${day}`} aria-label={t('days.ending', { day, commitments, vault })}>
                    <b>{Number(day.slice(-2))}</b>
                    <span>{format.number(commitments + vault, { notation: 'compact' })}</span>
                  </a>
                ) : (
                  Number(day.slice(-2))
                )}
              </td>
            );
          }}
        />
      ))}
    </div>
  );
};
