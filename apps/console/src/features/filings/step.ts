import type { FilingChange, FilingVersion } from '@inkproof/contract';

/** Of a step that is a form; the buttons below it send it. */
export const STEP_FORM = 'filing-step';

/** What every step can do with the draft. */
export interface StepProps {
  version: FilingVersion;
  /** Whether it was saved. */
  save: (change: FilingChange) => Promise<boolean>;
  /** Reads the draft again after something of it changed elsewhere. */
  reload: () => Promise<void>;
}
