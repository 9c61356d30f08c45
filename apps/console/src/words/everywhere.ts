import type { Area } from './pick-words';

/** The words that may be needed on any page. Of the problems it is the one of a moment at which no others can be fetched. */
export const everywhere: readonly Area[] = ['common', 'faults', 'problems.capacity.store_unavailable'];
