import { ENDING_MOST_DAYS, ENDING_NOTICE_DAYS, endingSides, EXPORT_OFFERS_LEAST } from '@inkproof/contract';
import { addDays, DAY_MS, shanghaiDay } from '@inkproof/kernel';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysLeft, earliestLastDay, endsAfter, isFitting, latestLastDay, offersAfter, readableAfter } from './last-day.js';

const ending = fc
  .record({ announcedAt: fc.date({ min: new Date('2026-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }), side: fc.constantFrom(...endingSides), more: fc.nat(ENDING_MOST_DAYS) })
  .map(({ announcedAt, side, more }) => ({ announcedAt, side, lastDay: addDays(earliestLastDay(side, announcedAt), Math.min(more, ENDING_MOST_DAYS - ENDING_NOTICE_DAYS[side])) }));

it('the last day is one of Shanghai: seven days after that of the announcement, thirty where the provider ends the service', () => {
  const late = new Date('2026-11-27T16:30:00Z');
  expect([earliestLastDay('tenant', late), earliestLastDay('provider', late)]).toEqual(['2026-12-05', '2026-12-28']);
  expect(isFitting('2026-12-04', 'tenant', late)).toBe(false);
  expect(isFitting(latestLastDay(late), 'tenant', late)).toBe(true);
  expect(isFitting(addDays(latestLastDay(late), 1), 'tenant', late)).toBe(false);
});

it('it works to the last instant of the last day, and is read for thirty days more', () => {
  expect(endsAfter('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
  expect(readableAfter('2026-12-31').toISOString()).toBe('2027-01-30T16:00:00.000Z');
  expect(daysLeft('2026-12-31', new Date('2026-12-30T15:59:59Z'))).toBe(1);
  expect(daysLeft('2026-12-31', new Date('2026-12-30T16:00:00Z'))).toBe(0);
  expect(daysLeft('2026-12-31', new Date('2027-03-01T00:00:00Z'))).toBe(0);
});

it('exports are offered at least three times, the announcement among them, and for the last time more than a day before the end', () => {
  fc.assert(
    fc.property(ending, ({ announcedAt, lastDay }) => {
      const offers = offersAfter(announcedAt, lastDay);
      expect(1 + offers.length).toBeGreaterThanOrEqual(EXPORT_OFFERS_LEAST);
      expect([...offers].sort((one, other) => one.getTime() - other.getTime())).toEqual(offers);
      expect(endsAfter(lastDay).getTime() - offers.at(-1)!.getTime()).toBeGreaterThan(DAY_MS);
      expect(offers.every((at) => at > announcedAt && shanghaiDay(at) < lastDay)).toBe(true);
    }),
  );
});
