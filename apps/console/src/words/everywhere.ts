import type { Area } from './pick-words';

/** The words that may be needed on any page, the one that says what went wrong among them. */
export const everywhere: readonly Area[] = ['common', 'faults', 'problems'];
