import { Refusal, type NamedDay } from '@inkproof/contract';
import { daysBetween, type Day } from '@inkproof/kernel';
import { describe, expect, it } from 'vitest';
import { enteredYear } from './entered-year.js';
import { namedDaysOf } from './named-days.js';
import { publishedYears } from './published-years.js';
import { WorkingCalendar } from './working-calendar.js';

const source = 'https://www.gov.cn/x';
const holiday = (day: string): NamedDay => ({ day, kind: 'holiday', name: '节' });
const least = ['2027-01-01', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'].map(holiday);
const refusalOf = (items: NamedDay[]): unknown => {
  try {
    return enteredYear({ year: 2027, source, items });
  } catch (error) {
    return error;
  }
};

it.each(publishedYears.map((year) => [year.year, year] as const))('takes %i as it was announced, and counts the same by it', (year, announced) => {
  const entered = enteredYear({ year, source, items: namedDaysOf(announced) });
  const [one, other] = [new WorkingCalendar([entered]), new WorkingCalendar([announced])];
  const days = daysBetween(`${year}-01-01` as Day, `${year}-12-27` as Day);
  expect(days.filter((day) => one.isWorking(day) !== other.isWorking(day))).toEqual([]);
});

it('opens the days that were refused before', () => {
  const calendar = new WorkingCalendar([...publishedYears, enteredYear({ year: 2027, source, items: [...least, { day: '2026-12-31', kind: 'holiday', name: '元旦' }] })]);
  // 22, 23, 24, 25, 28 December.
  expect(calendar.earliestDay('2026-12-21')).toBe('2026-12-29');
  // 29 and 30 December, not the 31st nor New Year, then 4, 5 and 6 January.
  expect(calendar.earliestDay('2026-12-28')).toBe('2027-01-07');
});

describe('refuses', () => {
  it.each<[string, NamedDay[], string]>([
    ['a day of another year', [...least, holiday('2026-05-02')], 'is no day of 2027'],
    ['a day that is there twice', [...least, holiday('2027-05-01')], 'is there twice'],
    ['a Wednesday that makes up', [...least, { day: '2027-09-29', kind: 'make_up', name: '国庆节' }], 'makes up for nothing'],
    ['a year without National Day', least.slice(0, 2), 'must hold 2027-10-01'],
  ])('%s', (_, items, message) => {
    expect(refusalOf(items)).toBeInstanceOf(Refusal);
    expect(refusalOf(items)).toMatchObject({ code: 'change.calendar_invalid', message: expect.stringContaining(message) });
  });
});
