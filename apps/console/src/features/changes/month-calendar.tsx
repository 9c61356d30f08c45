'use client';
import type { EarliestChange } from '@inkproof/contract';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { MonthTable } from '../months/month-table';

type ShownDay = EarliestChange['days'][number];

const MONTH_DIGITS = 7;

/** The months from the notice to the change: what each day is, which of the five it is, and from when on a day may be chosen. */
export const MonthCalendar = ({ earliest, chosen, onChoose }: { earliest: EarliestChange; chosen: string; onChoose: (day: string) => void }) => {
  const t = useTranslations('changes.calendar');
  const months = [...new Set(earliest.days.map(({ day }) => day.slice(0, MONTH_DIGITS)))].map((month) => [month, earliest.days.filter(({ day }) => day.startsWith(month))] as const);
  const kindOf = ({ kind, name }: ShownDay): string => (kind === 'holiday' ? (name ?? '') : kind === 'working' || kind === 'weekend' ? '' : t(kind));
  const isOpen = (day: string): boolean => earliest.earliest_day !== null && day >= earliest.earliest_day;
  return (
    <div className="cal">
      {months.map(([month, days]) => (
        <MonthTable
          key={month}
          className="cal-m"
          days={days}
          cell={(one) => (
            <td key={one.day} className={clsx(`cal-${one.kind}`, one.counted !== null && 'cal-n', one.day === earliest.notice_day && 'cal-today')}>
              <button type="button" disabled={!isOpen(one.day)} aria-pressed={one.day === chosen} aria-label={[one.day, kindOf(one), one.counted === null ? '' : t('counted', { n: one.counted })].filter(Boolean).join(', ')} onClick={() => onChoose(one.day)}>
                <b>{Number(one.day.slice(-2))}</b>
                <span>{one.counted === null ? (one.day === earliest.notice_day ? t('notice') : kindOf(one)) : t('nth', { n: one.counted })}</span>
              </button>
            </td>
          )}
        />
      ))}
    </div>
  );
};
