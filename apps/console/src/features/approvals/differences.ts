/** One field of what is asked for, beside what stood there. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

const shown = (value: unknown): string | null => (value === undefined || value === null || value === '' ? null : typeof value === 'string' ? value : JSON.stringify(value));

/** Every field of a request, what stood there and what will: those that change first, in the order they were asked for. */
export const differencesOf = (payload: Record<string, unknown>, before: Record<string, unknown> | null): Difference[] => {
  const all = [...new Set([...Object.keys(payload), ...Object.keys(before ?? {})])].map((field) => ({ field, before: shown(before?.[field]), after: shown(payload[field]) }));
  const changes = ({ before: was, after }: Difference): boolean => was !== null && was !== after;
  return [...all.filter(changes), ...all.filter((one) => !changes(one) && one.after !== null)];
};
