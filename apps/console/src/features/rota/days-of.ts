import type { Rota } from '@inkproof/contract';
import { addDays, DAY_MS, dayStart, type Day } from '@inkproof/kernel';

type Turn = Rota['turns'][number];

/** What of a turn falls on one day, as parts of it from its beginning. */
export interface Stretch extends Turn {
  begins: number;
  lasts: number;
}

/** The seven days of a week, each with the turns that fall on it. */
export const daysOf = ({ monday, turns }: Pick<Rota, 'monday' | 'turns'>): { day: Day; stretches: Stretch[] }[] =>
  Array.from({ length: 7 }, (_, nth) => {
    const day = addDays(monday as Day, nth);
    const start = dayStart(day).getTime();
    const stretches = turns.flatMap((turn) => {
      const [from, to] = [Math.max(Date.parse(turn.from), start), Math.min(Date.parse(turn.to), start + DAY_MS)];
      return from < to ? [{ person: turn.person, from: new Date(from).toISOString(), to: new Date(to).toISOString(), begins: (from - start) / DAY_MS, lasts: (to - from) / DAY_MS }] : [];
    });
    return { day, stretches };
  });
