import type { Rota, RotaPlan } from '@inkproof/contract';
import { instantOf, localOf } from '../../words/wall-clock';

const DAY_MINUTES = 1_440;
export const EVERY_DAY = 0;

/** A rota as the fields of its form hold it: times by the clock of Shanghai. */
export interface Draft {
  shifts: { person: string; weekday: number; from: string; to: string }[];
  covers: { person: string; from: string; to: string }[];
  chain: { person: string; minutes: string }[];
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minute: number): string => [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

export const draftOf = ({ shifts, covers, chain }: Pick<Rota, 'shifts' | 'covers' | 'chain'>): Draft => ({
  shifts: shifts.map(({ person, weekday, from, minutes }) => ({ person: person.id, weekday, from, to: timeOf((minuteOf(from) + minutes) % DAY_MINUTES) })),
  covers: covers.map(({ person, from, to }) => ({ person: person.id, from: localOf(from), to: localOf(to) })),
  chain: chain.map(({ person, after_minutes }) => ({ person: person.id, minutes: String(after_minutes) })),
});

type Id = RotaPlan['chain'][number]['person'];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Null while a field is empty, or a span ends before it begins. A shift that ends at or before its beginning ends on the next day. */
export const planOf = ({ shifts, covers, chain }: Draft): RotaPlan | null => {
  const isWhole =
    shifts.every(({ person, from, to }) => person && from && to) && covers.every(({ person, from, to }) => person && from && to && from < to) && chain.every(({ person, minutes }) => person && Number(minutes) >= 1);
  if (!isWhole) return null;
  return {
    shifts: shifts.flatMap(({ person, weekday, from, to }) => {
      const minutes = (minuteOf(to) - minuteOf(from) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
      return (weekday === EVERY_DAY ? everyDay : [weekday]).map((one) => ({ person: person as Id, weekday: one, from, minutes }));
    }),
    covers: covers.map(({ person, from, to }) => ({ person: person as Id, from: instantOf(from), to: instantOf(to) })),
    chain: chain.map(({ person, minutes }) => ({ person: person as Id, after_minutes: Number(minutes) })),
  };
};
