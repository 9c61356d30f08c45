import type { Labelled } from './labels.js';
import type { Run } from './runs.js';

/** What every kind of find is looked for in. */
export interface PageText {
  plain: string;
  labelled: Labelled;
  runs: readonly Run[];
  /** Numbers that stand alone, by their length: where most of a column are something else, one that happens to fit is none either. */
  lone: ReadonlyMap<number, readonly string[]>;
}
