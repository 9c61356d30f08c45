import type { Grid } from './cells.js';
import type { Rule } from './rules.js';

/** How far a rule may end from the one it was meant to meet, as a share of the longer one, and at least in pixels. */
const [REACH, LEAST_REACH_PX] = [0.02, 6];

const reachOf = (one: Rule, other: Rule): number => Math.max(LEAST_REACH_PX, REACH * Math.max(one.to - one.from, other.to - other.from));

const meet = (one: Rule, other: Rule): boolean => {
  if (one.direction === other.direction) return false;
  const reach = reachOf(one, other);
  return one.at >= other.from - reach && one.at <= other.to + reach && other.at >= one.from - reach && other.at <= one.to + reach;
};

/** Rules that hang together by crossing or meeting. */
const groupsOf = (rules: readonly Rule[]): Rule[][] => {
  const left = new Set(rules);
  const groups: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const member of group) {
      for (const other of left) {
        if (!meet(member, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
};

/** Places of rules of one direction, double rules and parts of one line taken together. */
const bordersOf = (rules: readonly Rule[], direction: Rule['direction']): number[] => {
  const places = rules.filter((rule) => rule.direction === direction).map(({ at }) => at).sort((one, other) => one - other);
  return places.filter((at, index) => index === 0 || at - (places[index - 1] ?? 0) > LEAST_REACH_PX);
};

const FEWEST_CELLS = 4;

/** Grids drawn by rules: at least two columns or rows each way that make four cells. A lone frame is none. */
export const ruledGrids = (rules: readonly Rule[]): Grid[] =>
  groupsOf(rules)
    .map((group) => ({ xs: bordersOf(group, 'vertical'), ys: bordersOf(group, 'horizontal') }))
    .filter(({ xs, ys }) => xs.length > 2 && ys.length > 2 && (xs.length - 1) * (ys.length - 1) >= FEWEST_CELLS);
