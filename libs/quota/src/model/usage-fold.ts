import type { Counts, UsageGroup } from '@inkproof/contract';
import type { Day } from '@inkproof/kernel';
import type { z } from 'zod';

type Sums = z.infer<typeof Counts>;

const nothing: Sums = { accepted: 0, refused: 0, failed: 0, pages: 0, billed_pages: 0 };
const names = Object.keys(nothing) as (keyof Sums)[];

export const addUp = (all: readonly Sums[]): Sums => {
  const sum = { ...nothing };
  for (const one of all) for (const name of names) sum[name] += one[name];
  return sum;
};

const callsOf = ({ accepted, refused, failed }: Sums): number => accepted + refused + failed;

/** Groups with their sums and their calls on each day of the span, most calls first. */
export const foldGroups = (rows: readonly (Sums & Pick<UsageGroup, 'group' | 'label'> & { day: Day })[], days: readonly Day[]): UsageGroup[] => {
  const groups = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups.values()]
    .map((own) => ({ group: own[0]!.group, label: own[0]!.label, ...addUp(own), days: days.map((day) => own.filter((row) => row.day === day).reduce((sum, row) => sum + callsOf(row), 0)) }))
    .sort((one, other) => callsOf(other) - callsOf(one) || (one.group < other.group ? -1 : 1));
};
