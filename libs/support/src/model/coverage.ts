import { READING_HOLDS_MS, type IntakeReading } from './intake.js';

const HOUR_MS = 3_600_000;

/** How long of a time intake was proven, had failed, and was not looked at. Together they are its length. */
export interface CoverageSums {
  proven: number;
  failed: number;
  unknown: number;
}

export interface CoveredHour extends CoverageSums {
  at: number;
}

/** A reading speaks until the next one, and no longer than it holds. */
const saidOf = (readings: readonly IntakeReading[], i: number): { from: number; until: number; standing: 'proven' | 'failed' } => {
  const { at, met } = readings[i]!;
  return { from: at, until: Math.min(at + READING_HOLDS_MS, readings[i + 1]?.at ?? Infinity), standing: met === null ? 'proven' : 'failed' };
};

/** The hours of a span, which begins with one, as far as it goes. Readings in order, the last before the span among them. */
export const hoursOf = (from: number, until: number, readings: readonly IntakeReading[]): CoveredHour[] => {
  const hours = Array.from({ length: Math.max(0, Math.ceil((until - from) / HOUR_MS)) }, (_, i): CoveredHour => ({ at: from + i * HOUR_MS, proven: 0, failed: 0, unknown: Math.min(HOUR_MS, until - from - i * HOUR_MS) }));
  for (const i of readings.keys()) {
    const said = saidOf(readings, i);
    const [begin, end] = [Math.max(from, said.from), Math.min(until, said.until)];
    for (let at = begin; at < end; ) {
      const hour = hours[Math.floor((at - from) / HOUR_MS)]!;
      const ms = Math.min(end, hour.at + HOUR_MS) - at;
      hour[said.standing] += ms;
      hour.unknown -= ms;
      at += ms;
    }
  }
  return hours;
};

export const sumOf = (hours: readonly CoverageSums[]): CoverageSums =>
  hours.reduce<CoverageSums>((sum, { proven, failed, unknown }) => ({ proven: sum.proven + proven, failed: sum.failed + failed, unknown: sum.unknown + unknown }), { proven: 0, failed: 0, unknown: 0 });
