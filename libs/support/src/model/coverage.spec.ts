import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hoursOf, sumOf } from './coverage.js';
import { READING_HOLDS_MS, type IntakeReading } from './intake.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const at = (minute: number, met: string | null = null): IntakeReading => ({ at: minute * MINUTE_MS, met });
const minutes = ({ proven, failed, unknown }: { proven: number; failed: number; unknown: number }) => [proven, failed, unknown].map((ms) => ms / MINUTE_MS);

const history = fc.array(fc.record({ minute: fc.integer({ min: -60, max: 600 }), met: fc.constantFrom(null, null, 'slow') }), { maxLength: 60 }).map((all) => [...new Map(all.map(({ minute, met }) => [minute, at(minute, met)])).values()].sort((a, b) => a.at - b.at));
const span = fc.integer({ min: 0, max: 540 });

it('every minute of a span is proven, failed or unknown, and is counted once', () => {
  fc.assert(
    fc.property(history, span, (readings, until) => {
      const hours = hoursOf(0, until * MINUTE_MS, readings);
      const { proven, failed, unknown } = sumOf(hours);
      return proven + failed + unknown === until * MINUTE_MS && hours.every((hour) => hour.proven >= 0 && hour.failed >= 0 && hour.unknown >= 0 && hour.proven + hour.failed + hour.unknown <= HOUR_MS);
    }),
  );
});

it('is what a look at each minute by itself would find', () => {
  fc.assert(
    fc.property(history, span, (readings, until) => {
      const counted = { proven: 0, failed: 0, unknown: 0 };
      for (let minute = 0; minute < until; minute++) {
        const last = readings.findLast((reading) => reading.at <= minute * MINUTE_MS);
        const speaks = last && minute * MINUTE_MS < last.at + READING_HOLDS_MS;
        counted[!speaks ? 'unknown' : last.met === null ? 'proven' : 'failed'] += MINUTE_MS;
      }
      expect(sumOf(hoursOf(0, until * MINUTE_MS, readings))).toEqual(counted);
    }),
  );
});

it('an hour in which nobody looked proves nothing, and the last reading before a span reaches into it', () => {
  expect(hoursOf(0, 3 * HOUR_MS, [at(-10), at(90), at(105, 'no_answer'), at(106)]).map(minutes)).toEqual([[20, 0, 40], [29, 1, 30], [16, 0, 44]]);
});
