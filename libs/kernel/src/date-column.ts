import type { Day } from './shanghai-day.js';

/** A day as a date column of the store takes it: as midnight of UTC, wherever the day is one. */
export const dateOfDay = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);

/** The day that such a column holds. */
export const dayOfDate = (date: Date): Day => date.toISOString().slice(0, 10) as Day;
