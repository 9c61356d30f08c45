/** A calendar day, `2026-11-22`. */
export type Day = `${number}-${number}-${number}`;

const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The agreement runs on Asia/Shanghai, which has kept one offset (UTC+8) since 1991. */
const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

export const shanghaiDay = (at: Date): Day => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;

/** The same with the time, to the second: `2026-11-22 09:30:00`. */
export const shanghaiTime = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');

/** The instant at which a Shanghai day begins. */
export const dayStart = (day: Day): Date => new Date(Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS);

export const addDays = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day;

/** Every day from the first to the last, both included. Empty when the last lies before the first. */
export const daysBetween = (first: Day, last: Day): Day[] => {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};
