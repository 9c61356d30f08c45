import type { NamedDay } from '@inkproof/contract';
import { daysBetween } from '@inkproof/kernel';
import type { CalendarYear } from './calendar-year.js';

/** A year as it is written down: every holiday and every make-up day by itself. A make-up day bears the name of the holiday nearest to it. */
export const namedDaysOf = ({ holidays, makeUpDays }: CalendarYear): NamedDay[] => {
  const off = holidays.flatMap(({ name, from, to }) => daysBetween(from, to).map((day): NamedDay => ({ day, kind: 'holiday', name })));
  const distance = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other));
  const worked = makeUpDays.map((day): NamedDay => ({ day, kind: 'make_up', name: off.reduce((near, one) => (distance(one.day, day) < distance(near.day, day) ? one : near)).name }));
  return [...off, ...worked].sort((a, b) => (a.day < b.day ? -1 : 1));
};
