import { BYTE_ORDER_MARK } from '@inkproof/kernel';
import { expect, it } from 'vitest';
import { hoursOf } from '../model/coverage.js';
import { coverageCsv, showCoverage } from './show-coverage.js';

const from = new Date('2026-11-01T00:00:00+08:00');
const until = new Date('2026-11-02T01:30:00+08:00');
const at = (moment: string, met: string | null = null) => ({ at: Date.parse(moment), met });
const shown = showCoverage({ from, until, hours: hoursOf(from.getTime(), until.getTime(), [at('2026-11-02T00:00:00+08:00'), at('2026-11-02T00:30:00+08:00', 'slow')]), gaps: [] });
const HOUR_MS = 3_600_000;

it('a month is told by days of Shanghai, each with its twenty-four hours; what is to come is nothing', () => {
  expect(shown).toMatchObject({ month: '2026-11', from: '2026-10-31T16:00:00.000Z', until: '2026-11-01T17:30:00.000Z' });
  expect(shown.days.map(({ day, hours }) => [day, hours.length, hours.filter((hour) => hour !== null).length])).toEqual([['2026-11-01', 24, 24], ['2026-11-02', 24, 2]]);
  expect(shown.days[1]!.hours.slice(0, 3)).toEqual([{ proven: HOUR_MS / 2, failed: HOUR_MS / 2, unknown: 0 }, { proven: 0, failed: 0, unknown: HOUR_MS / 2 }, null]);
  const { proven, failed, unknown } = shown.milliseconds;
  expect(proven + failed + unknown).toBe(until.getTime() - from.getTime());
});

it('the file has a line for each hour that has begun', () => {
  const lines = coverageCsv(shown).replace(BYTE_ORDER_MARK, '').trim().split(/\r?\n/);
  expect(lines).toHaveLength(1 + 26);
  expect(lines.slice(-2)).toEqual(['2026-11-02,0,1800,1800,0', '2026-11-02,1,0,0,1800']);
});
