import type { Coverage, IntakeCall, IntakeGap } from '@inkproof/contract';
import { BYTE_ORDER_MARK, csvRow, shanghaiDay, type Day, type Id } from '@inkproof/kernel';
import type { ReadCoverage } from '../actions/tell-coverage.js';
import { sumOf, type CoverageSums } from '../model/coverage.js';
import type { StoredIntakeCall } from '../store/intake-call-store.js';
import type { StoredGap } from '../store/intake-store.js';

const HOURS = 24;

const showSums = ({ proven, failed, unknown }: CoverageSums): CoverageSums => ({ proven, failed, unknown });
export const showGap = ({ id, from, foundAt, endedAt, met }: StoredGap): IntakeGap => ({ id: id as Id<'itg'>, from: from.toISOString(), found_at: foundAt.toISOString(), until: endedAt?.toISOString() ?? null, met });

export const showIntakeCall = ({ at, level, called, calledName, nextAt, takenAt, takenBy, takenByName }: StoredIntakeCall): IntakeCall => ({
  at: at.toISOString(),
  level,
  called: called === null ? null : { id: called, name: calledName },
  next_at: nextAt?.toISOString() ?? null,
  taken_at: takenAt?.toISOString() ?? null,
  taken_by: takenBy === null ? null : { id: takenBy, name: takenByName },
});

export const showCoverage = ({ from, until, hours, gaps }: ReadCoverage): Coverage => {
  const days = new Map<Day, Coverage['days'][number]['hours']>();
  for (const hour of hours) {
    const day = shanghaiDay(new Date(hour.at));
    days.set(day, [...(days.get(day) ?? []), showSums(hour)]);
  }
  return {
    month: shanghaiDay(from).slice(0, 7),
    from: from.toISOString(),
    until: until.toISOString(),
    milliseconds: sumOf(hours),
    days: [...days].map(([day, known]) => ({ day, hours: [...known, ...Array<null>(HOURS - known.length).fill(null)] })),
    gaps: gaps.map(showGap),
  };
};

/** One line an hour. */
export const coverageCsv = ({ days }: Coverage): string =>
  [
    BYTE_ORDER_MARK,
    csvRow(['day', 'hour', 'proven_seconds', 'failed_seconds', 'unknown_seconds']),
    ...days.flatMap(({ day, hours }) => hours.flatMap((hour, i) => (hour ? [csvRow([day, i, ...[hour.proven, hour.failed, hour.unknown].map((ms) => Math.round(ms / 1_000))])] : []))),
  ].join('');
