import type { Glyphs } from './glyphs.js';
import type { Labelled } from './labels.js';
import type { Run } from './runs.js';

/** What every kind of find is looked for in. */
export interface PageText {
  glyphs: Glyphs;
  plain: string;
  labelled: Labelled;
  runs: readonly Run[];
}
