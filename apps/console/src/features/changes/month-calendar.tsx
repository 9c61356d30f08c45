'use client';
import type { EarliestChange } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';
import { clsx } from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';

type ShownDay = EarliestChange['days'][number];

const MONTH_DIGITS = 7;
/** A Monday, to name the days of a week by. */
const MONDAY = Date.UTC(2024, 0, 1);
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** The months from the notice to the change: what each day is, which of the five it is, and from when on a day may be chosen. */
export const MonthCalendar = ({ earliest, chosen, onChoose }: { earliest: EarliestChange; chosen: string; onChoose: (day: string) => void }) => {
  const t = useTranslations('changes.calendar');
  const format = useFormatter();
  const months = [...new Set(earliest.days.map(({ day }) => day.slice(0, MONTH_DIGITS)))].map((month) => [month, earliest.days.filter(({ day }) => day.startsWith(month))] as const);
  const kindOf = ({ kind, name }: ShownDay): string => (kind === 'holiday' ? (name ?? '') : kind === 'working' || kind === 'weekend' ? '' : t(kind));
  const isOpen = (day: string): boolean => earliest.earliest_day !== null && day >= earliest.earliest_day;
  return (
    <div className="cal">
      {months.map(([month, days]) => (
        <table key={month} className="cal-m">
          <caption>{format.dateTime(new Date(`${month}-01T00:00:00Z`), { year: 'numeric', month: 'long', timeZone: 'UTC' })}</caption>
          <thead>
            <tr>
              {Array.from({ length: 7 }, (_, at) => (
                <th key={at} scope="col">
                  {format.dateTime(new Date(MONDAY + at * DAY_MS), { weekday: 'narrow', timeZone: 'UTC' })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(days).map((week) => (
              <tr key={week.find((one) => one)!.day}>
                {week.map((one, at) =>
                  one ? (
                    <td key={one.day} className={clsx(`cal-${one.kind}`, one.counted !== null && 'cal-n', one.day === earliest.notice_day && 'cal-today')}>
                      <button type="button" disabled={!isOpen(one.day)} aria-pressed={one.day === chosen} aria-label={[one.day, kindOf(one), one.counted === null ? '' : t('counted', { n: one.counted })].filter(Boolean).join(', ')} onClick={() => onChoose(one.day)}>
                        <b>{Number(one.day.slice(-2))}</b>
                        <span>{one.counted === null ? (one.day === earliest.notice_day ? t('notice') : kindOf(one)) : t('nth', { n: one.counted })}</span>
                      </button>
                    </td>
                  ) : (
                    <td key={at} />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
};

/** Days by weeks that begin on Monday. */
const weeksOf = (days: readonly ShownDay[]): (ShownDay | undefined)[][] => {
  const cells = [...Array<undefined>(weekdayOf(days[0]!.day)).fill(undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, at) => cells[week * 7 + at]));
};
