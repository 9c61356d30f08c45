import { momentOf } from './moments';

/** The moment that a `datetime-local` field holds: `2026-11-27T18:30`, on the clock of Shanghai, which it does not say. An Invalid Date where it holds none. */
export const dateOf = (local: string): Date => new Date(`${local}:00+08:00`);

/** The same as the API takes it. Throws a RangeError where the field holds none. */
export const instantOf = (local: string): string => dateOf(local).toISOString();

/** A moment as such a field takes it. */
export const localOf = (at: string): string => momentOf(at).slice(0, 16).replace(' ', 'T');
