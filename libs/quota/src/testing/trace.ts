/** One call of a trace, or a new N that holds from there on. Instants are microseconds since the trace began. */
export type Step = { atUs: number } | { n: number };

/** What happens to one tenant, and what is known of it beforehand. */
export interface Trace {
  n: number;
  steps: Step[];
  /** `burst`: all at once after a rest. `paced`: evenly, no faster than N. `saturated`: for whole seconds, far beyond N. */
  kind: 'burst' | 'paced' | 'saturated' | 'mixed';
  seconds: number;
}

const SECOND_US = 1_000_000;

const between = (draw: () => number, low: number, high: number): number => Math.floor(low + draw() * (high - low + 1));

/** Small N mostly, because they are what goes wrong; and all the way to 5,000. */
const someN = (draw: () => number): number => {
  const share = draw();
  if (share < 0.92) return between(draw, 1, 20);
  return share < 0.997 ? between(draw, 21, 250) : between(draw, 251, 5_000);
};

/** When one caller calls: in bursts, evenly, at random, or in the same microsecond as others, with pauses between. */
const callerOf = (draw: () => number, n: number, calls: number): number[] => {
  const times: number[] = [];
  let atUs = between(draw, 0, SECOND_US);
  while (times.length < calls) {
    const run = between(draw, 1, Math.max(1, Math.min(n * 2, calls - times.length)));
    const stepUs = [0, 1, Math.floor(SECOND_US / n), Math.floor(SECOND_US / (n * 5)), between(draw, 0, SECOND_US)][between(draw, 0, 4)]!;
    for (let i = 0; i < run; i++) times.push((atUs += stepUs));
    // To the microsecond a second later, a little before or after it, or after a rest.
    atUs += [SECOND_US, SECOND_US - 1, SECOND_US + 1, between(draw, 0, 3 * SECOND_US), 0][between(draw, 0, 4)]!;
  }
  return times;
};

const mixed = (draw: () => number, n: number): Step[] => {
  const callers = between(draw, 1, 8);
  const calls = Math.ceil((n * 2 + 20) / callers);
  const times = Array.from({ length: callers }, () => callerOf(draw, n, calls)).flat().sort((a, b) => a - b);
  const steps: Step[] = times.map((atUs) => ({ atUs }));
  for (let changes = between(draw, 0, 2); changes > 0; changes--) steps.splice(between(draw, 0, steps.length), 0, { n: Math.max(1, Math.min(5_000, Math.round(n * 2 ** (draw() * 4 - 2)))) });
  // A clock that is set back for a while.
  if (draw() < 0.1) {
    const from = between(draw, 0, steps.length);
    const byUs = between(draw, 1, 2 * SECOND_US);
    for (const step of steps.slice(from, from + between(draw, 1, 10))) if ('atUs' in step) step.atUs = Math.max(0, step.atUs - byUs);
  }
  return steps;
};

export const drawTrace = (draw: () => number): Trace => {
  const n = someN(draw);
  const share = draw();
  if (share < 0.1) return { n, kind: 'burst', seconds: 0, steps: Array.from({ length: n + between(draw, 0, n) }, () => ({ atUs: 0 })) };
  if (share < 0.2) return { n, kind: 'paced', seconds: 0, steps: Array.from({ length: n + between(draw, 5, 20) }, (_, i) => ({ atUs: Math.ceil((i * SECOND_US) / n) })) };
  if (share < 0.25 && n <= 50) {
    const seconds = between(draw, 1, 3);
    return { n, kind: 'saturated', seconds, steps: Array.from({ length: n * 5 * seconds }, (_, i) => ({ atUs: Math.floor((i * SECOND_US) / (n * 5)) })) };
  }
  return { n, kind: 'mixed', seconds: 0, steps: mixed(draw, n) };
};
