// Counts what a limiter accepted, from its log alone and without its maths.

/** Microseconds of a store's instant. */
export const instantUs = ({ at }) => Date.parse(`${at.slice(0, 19)}Z`) * 1_000 + Number(at.slice(20, 26));

/** The most instants that lie in any half-open second. */
export const mostInASecond = (instantsUs) => {
  const times = [...instantsUs].sort((a, b) => a - b);
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while (times[last] - times[first] >= 1_000_000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
};
