import { DAY_MS } from '@inkproof/kernel';
import { useFormatter } from 'next-intl';
import type { ReactNode } from 'react';
import { weeksOf } from './weeks';

/** A Monday, to name the days of a week by. */
const MONDAY = Date.UTC(2024, 0, 1);
const MONTH_DIGITS = 7;

interface MonthTableProps<Shown> {
  className: string;
  /** Days of one month, each after the one before. */
  days: readonly Shown[];
  /** Draws the `td` of a day. */
  cell: (day: Shown) => ReactNode;
}

/** A month by its weeks. */
export const MonthTable = <Shown extends { day: string }>({ className, days, cell }: MonthTableProps<Shown>) => {
  const format = useFormatter();
  return (
    <table className={className}>
      <caption>{format.dateTime(new Date(`${days[0]!.day.slice(0, MONTH_DIGITS)}-01T00:00:00Z`), { year: 'numeric', month: 'long', timeZone: 'UTC' })}</caption>
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
          <tr key={week.find((one) => one)!.day}>{week.map((one, at) => (one ? cell(one) : <td key={at} />))}</tr>
        ))}
      </tbody>
    </table>
  );
};
