import { momentOf } from '../../words/moments';

/** One field of what is asked for, beside what stood there. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Moments as people read them here; everything else to the letter. */
const shown = (value: unknown): string | null => {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') return JSON.stringify(value);
  return MOMENT.test(value) ? momentOf(value) : value;
};

/** Every field of a request, what stood there and what will: those that change first, in the order they were asked for. */
export const differencesOf = (payload: Record<string, unknown>, before: Record<string, unknown> | null): Difference[] => {
  const all = [...new Set([...Object.keys(payload), ...Object.keys(before ?? {})])].map((field) => ({ field, before: shown(before?.[field]), after: shown(payload[field]) }));
  const changes = ({ before: was, after }: Difference): boolean => was !== null && was !== after;
  return [...all.filter(changes), ...all.filter((one) => !changes(one) && one.after !== null)];
};
