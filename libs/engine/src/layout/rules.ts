import type { GreyImage } from '../image/grey-image.js';
import { darkened, type SmallImage } from './darkened.js';

/** A line ruled on the paper, in pixels of the image it was found in. */
export interface Rule {
  direction: 'horizontal' | 'vertical';
  /** Where it lies: y of a horizontal, x of a vertical. */
  at: number;
  /** Where it begins and ends: x of a horizontal, y of a vertical. */
  from: number;
  to: number;
  /** How far it strays on its way, to the right or down above 0; `at` is its middle. */
  tilt: number;
}

/** Where a rule lies at a place along it. */
export const ruleAt = ({ at, from, to, tilt }: Rule, along: number): number => at + tilt * ((along - from) / Math.max(1, to - from) - 0.5);

/** In pixels of the small image: a run of ink this long is no letter, and a line is no thicker than this. */
const [LEAST_RUN, MOST_THICKNESS, MOST_GAP] = [48, 6, 2];
/** How far a line may fall along its length. */
const MOST_SLANT = 0.04;
/** How much of the paper along both sides of a line must be free of ink. */
const LEAST_FREE = 0.6;

/** A form in small print has hundreds; more are the texture of cloth, wood or a screen. */
const MOST_RULES = 600;

interface Run {
  across: number;
  from: number;
  to: number;
}

/** Runs of ink along one direction; `step` leads to the next pixel of a run, `stride` to the next row of pixels. */
const runsOf = (ink: Uint8Array, along: number, across: number, step: number, stride: number): Run[] => {
  const runs: Run[] = [];
  for (let row = 0; row < across; row++) {
    let [from, last] = [-1, -1];
    for (let at = 0, place = row * stride; at <= along; at++, place += step) {
      if (at < along && ink[place] === 1) {
        if (from < 0) from = at;
        last = at;
      } else if (from >= 0 && (at === along || at - last > MOST_GAP)) {
        if (last + 1 - from >= LEAST_RUN) runs.push({ across: row, from, to: last + 1 });
        from = -1;
      }
    }
  }
  return runs;
};

interface Band extends Run {
  bottom: number;
  /** Pixels of all its runs. */
  ink: number;
  /** Where its two ends lie. */
  begins: number;
  ends: number;
}

/** Runs of neighbouring rows that overlap, as one thick line. A line that slants a little comes as a stair of runs and is one too. */
const bandsOf = (runs: readonly Run[]): Band[] => {
  const bands: Band[] = [];
  let open: Band[] = [];
  for (const run of runs) {
    open = open.filter((each) => run.across - each.bottom <= 1);
    const band = open.find((each) => run.from <= each.to + MOST_GAP && run.to >= each.from - MOST_GAP);
    const ink = run.to - run.from;
    if (band) {
      if (run.from < band.from) [band.from, band.begins] = [run.from, run.across];
      if (run.to > band.to) [band.to, band.ends] = [run.to, run.across];
      [band.bottom, band.ink] = [run.across, band.ink + ink];
    } else {
      const begun = { ...run, bottom: run.across, ink, begins: run.across, ends: run.across };
      bands.push(begun);
      open.push(begun);
    }
  }
  return bands;
};

/** Lines stand alone: beside them is paper. The edge of a picture, a dark bar or a row of bold letters is none. */
const isAlone = (ink: Uint8Array, { across, bottom, from, to }: Band, size: number, step: number, stride: number): boolean =>
  [across - 3, bottom + 3].every((row) => {
    if (row < 0 || row >= size) return true;
    let free = 0;
    for (let at = from; at < to; at++) free += ink[row * stride + at * step] === 1 ? 0 : 1;
    return free >= LEAST_FREE * (to - from);
  });

const linesOf = ({ ink, width, height, factor }: SmallImage, direction: Rule['direction']): Rule[] => {
  const [along, across, step, stride] = direction === 'horizontal' ? [width, height, 1, width] : [height, width, width, 1];
  return bandsOf(runsOf(ink, along, across, step, stride))
    .filter((band) => band.ink <= MOST_THICKNESS * (band.to - band.from) && band.bottom - band.across <= MOST_SLANT * (band.to - band.from) + MOST_THICKNESS && isAlone(ink, band, across, step, stride))
    .map((band) => ({ direction, at: ((band.across + band.bottom + 1) / 2) * factor, from: band.from * factor, to: band.to * factor, tilt: (band.ends - band.begins) * factor }));
};

/** The ruled lines of an upright page, found as long thin runs of ink with paper on both sides. */
export const rules = (image: GreyImage): Rule[] => {
  const small = darkened(image);
  const found = small ? [...linesOf(small, 'horizontal'), ...linesOf(small, 'vertical')] : [];
  return found.length > MOST_RULES ? [] : found;
};
