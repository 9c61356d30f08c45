import { expect, it } from 'vitest';
import { daysLeft, nextReminder } from './inspection-clock.js';

const at = (text: string) => new Date(text);
const dueAt = at('2026-12-02T16:00:00Z');

it('reminds seven, three and one day before the end, looks once more at the end, and then no more', () => {
  const looks: string[] = [];
  for (let now: Date | null = at('2026-11-22T04:00:00Z'); (now = nextReminder(dueAt, now)) !== null; ) looks.push(`${now.toISOString()} ${daysLeft(dueAt, now)}`);
  expect(looks).toEqual(['2026-11-25T16:00:00.000Z 7', '2026-11-29T16:00:00.000Z 3', '2026-12-01T16:00:00.000Z 1', '2026-12-02T16:00:00.000Z 0']);
});

it('leaves out reminders whose day has passed', () => {
  expect(nextReminder(dueAt, at('2026-11-30T10:00:00Z'))).toEqual(at('2026-12-01T16:00:00Z'));
});
