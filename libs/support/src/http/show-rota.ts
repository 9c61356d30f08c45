import type { Rota as ShownRota } from '@inkproof/contract';
import { addDays, dayStart, type Day } from '@inkproof/kernel';
import { mondayOf, onCallAt, turnsOf, type Rota } from '../model/rota.js';

const iso = (at: number): string => new Date(at).toISOString();
const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const showRota = (rota: Rota, staff: readonly { id: string; name: string }[], week: Day, now: Date): ShownRota => {
  const named = (id: string) => ({ id: id as `per_${string}`, name: staff.find((one) => one.id === id)?.name ?? null });
  const whoever = (id: string | null) => (id === null ? null : named(id));
  const monday = mondayOf(week);
  return {
    shifts: rota.shifts.map(({ person, weekday, fromMinute, minutes }) => ({ person: named(person), weekday, from: timeOf(fromMinute), minutes })),
    covers: rota.covers.map(({ person, from, to }) => ({ person: named(person), from: iso(from), to: iso(to) })),
    chain: rota.chain.map(({ person, afterMinutes }) => ({ person: named(person), after_minutes: afterMinutes })),
    on_call: whoever(onCallAt(rota, now.getTime())),
    monday,
    turns: turnsOf(rota, dayStart(monday).getTime(), dayStart(addDays(monday, 7)).getTime()).map(({ person, from, to }) => ({ person: whoever(person), from: iso(from), to: iso(to) })),
    staff: staff.map(({ id }) => named(id)),
  };
};
