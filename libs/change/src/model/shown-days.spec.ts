import { expect, it } from 'vitest';
import { publishedYears } from './published-years.js';
import { showEarliest } from './shown-days.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar(publishedYears);

it('counts the five days in their places, past a holiday and over days that make up for it', () => {
  const shown = showEarliest(calendar, new Date('2025-01-24T10:00:00+08:00'));
  expect(shown).toMatchObject({ notice_day: '2025-01-24', earliest_day: '2025-02-08', earliest_at: '2025-02-07T16:00:00.000Z', unknown_year: null });
  expect(shown.days[0]!.day).toBe('2025-01-01');
  expect(shown.days.at(-1)!.day).toBe('2025-02-28');
  expect(shown.days.filter(({ counted }) => counted).map(({ day, counted }) => [day, counted])).toEqual([['2025-01-26', 1], ['2025-01-27', 2], ['2025-02-05', 3], ['2025-02-06', 4], ['2025-02-07', 5]]);
  expect(shown.days.find(({ day }) => day === '2025-01-26')).toMatchObject({ kind: 'make_up', name: null });
  expect(shown.days.find(({ day }) => day === '2025-01-29')).toMatchObject({ kind: 'holiday', name: '春节' });
});

it('names the year that would have to be known, and shows its days as unknown', () => {
  const shown = showEarliest(calendar, new Date('2026-12-25T10:00:00+08:00'));
  expect(shown).toMatchObject({ earliest_day: null, earliest_at: null, unknown_year: 2027 });
  expect(shown.days.at(-1)).toEqual({ day: '2026-12-31', kind: 'unknown', name: null, counted: null });
  expect(showEarliest(calendar, new Date('2028-03-01T10:00:00+08:00')).unknown_year).toBe(2028);
});
