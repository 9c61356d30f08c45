import type { Usage } from '@inkproof/contract';

type Group = NonNullable<Usage['groups']>[number];

/** A chart holds three series: the two with most calls, and the rest together. */
export const MOST_SERIES = 3;

const addDays = (one: readonly number[], other: readonly number[]): number[] => one.map((count, at) => count + (other[at] ?? 0));

/** Calls by day of the groups a chart has room for; of more, the last series is the rest. */
export const chartedGroups = (groups: readonly Group[]): { groups: (Pick<Group, 'group' | 'days'> | { group: null; days: number[] })[] } => {
  if (groups.length <= MOST_SERIES) return { groups: groups.map(({ group, days }) => ({ group, days })) };
  const [first, second, ...rest] = groups;
  const others = rest.map(({ days }) => days).reduce(addDays);
  return { groups: [...[first!, second!].map(({ group, days }) => ({ group, days })), { group: null, days: others }] };
};

export const callsOf = ({ accepted, refused, failed }: Pick<Group, 'accepted' | 'refused' | 'failed'>): number => accepted + refused + failed;
