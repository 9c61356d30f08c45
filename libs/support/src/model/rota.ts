import { addDays, dayStart, shanghaiDay, type Day } from '@inkproof/kernel';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const WEEK_MINUTES = 7 * DAY_MINUTES;
const WEEK_MS = WEEK_MINUTES * MINUTE_MS;

/** Every week, by the clock of Shanghai, which is never put forward or back. It may reach into the next day. */
export interface Shift {
  person: string;
  /** From Monday, 1, to Sunday, 7. */
  weekday: number;
  fromMinute: number;
  minutes: number;
}

/** Somebody stands in for whoever would have it. Moments are milliseconds since 1970. */
export interface Cover {
  person: string;
  from: number;
  to: number;
}

/** Who is called when nobody has taken it over so long after the one before was. */
export interface Level {
  person: string;
  afterMinutes: number;
}

export interface Rota {
  shifts: readonly Shift[];
  /** A later one takes the place of those before it. */
  covers: readonly Cover[];
  chain: readonly Level[];
}

/** A stretch of time and who has it; null where nobody does. */
export interface Turn {
  person: string | null;
  from: number;
  to: number;
}

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => addDays(day, -((Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 3) % 7));

const weekStart = (at: number): number => dayStart(mondayOf(shanghaiDay(new Date(at)))).getTime();
const startMinute = ({ weekday, fromMinute }: Shift): number => (weekday - 1) * DAY_MINUTES + fromMinute;
const covers = (shift: Shift, minute: number): boolean => (minute - startMinute(shift) + WEEK_MINUTES) % WEEK_MINUTES < shift.minutes;

/** Who is on call; null where nobody is. Of two shifts at once the one that stands first has it. */
export const onCallAt = (rota: Rota, at: number): string | null => {
  const cover = rota.covers.findLast(({ from, to }) => from <= at && at < to);
  const minute = (at - weekStart(at)) / MINUTE_MS;
  return (cover ?? rota.shifts.find((shift) => covers(shift, minute)))?.person ?? null;
};

/** A span as it falls to people, without a hole: where nobody is on call, it says so. */
export const turnsOf = (rota: Rota, from: number, to: number): Turn[] => {
  const moments = new Set([from]);
  const note = (at: number) => at > from && at < to && moments.add(at);
  for (const cover of rota.covers) for (const at of [cover.from, cover.to]) note(at);
  for (let week = weekStart(from) - WEEK_MS; week < to; week += WEEK_MS)
    for (const shift of rota.shifts) for (const minute of [startMinute(shift), startMinute(shift) + shift.minutes]) note(week + minute * MINUTE_MS);
  const turns: Turn[] = [];
  for (const at of [...moments].sort((a, b) => a - b)) {
    const [person, last] = [onCallAt(rota, at), turns.at(-1)];
    if (last?.person === person) continue;
    if (last) last.to = at;
    turns.push({ person, from: at, to });
  }
  return turns;
};

/** Whom a call of some level goes to, the first of which is 0; null for the whole desk, where nobody is on call. */
export const calledAt = (rota: Rota, level: number, at: number): string | null => (level === 0 ? onCallAt(rota, at) : (rota.chain[level - 1]?.person ?? null));

/** After how long the next level is called unless somebody has taken it over; null at the end of the chain. */
export const minutesToNext = (rota: Rota, level: number): number | null => rota.chain[level]?.afterMinutes ?? null;
