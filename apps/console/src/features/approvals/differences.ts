import { momentOf } from '../../words/moments';

/** One field of what is asked for, beside what stood there. */
export interface Difference {
  field: string;
  before: readonly string[] | null;
  after: readonly string[] | null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** Moments as people read them here, lists thing by thing, everything else to the letter; null for what says nothing. */
const shown = (value: unknown): readonly string[] | null => {
  const said = [value].flat().flatMap((one: unknown) => (one === undefined || one === null || one === '' ? [] : [textOf(one)]));
  return said.length > 0 ? said : null;
};

const textOf = (value: unknown): string => {
  if (typeof value !== 'string') return JSON.stringify(value);
  return MOMENT.test(value) ? momentOf(value) : value;
};

const isDigest = ({ field }: Difference): boolean => field.endsWith('_sha256');

const isSame = (before: Difference['before'], after: Difference['after']): boolean => before?.join('\n') === after?.join('\n');

/** What a request says field by field: what it changes of what is said to stand there, and the rest. A digest, which nobody reads, comes last. */
export const differencesOf = (payload: Record<string, unknown>, before: Record<string, unknown> | null): { changed: Difference[]; rest: Difference[] } => {
  const all = [...new Set([...Object.keys(payload), ...Object.keys(before ?? {})])].map((field) => ({ field, before: shown(before?.[field]), after: shown(payload[field]) }));
  const inOrder = [...all.filter((one) => !isDigest(one)), ...all.filter(isDigest)];
  const changes = ({ field, before: was, after }: Difference): boolean => before !== null && field in before && !isSame(was, after);
  return { changed: inOrder.filter(changes), rest: inOrder.filter((one) => !changes(one) && one.after !== null) };
};
