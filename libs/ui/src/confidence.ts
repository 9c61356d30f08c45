/**
 * How sure the reader was, in the three bands the screens shade.
 * The bounds are drawn where they tell right from wrong: on clean print Tesseract says 0.91 to 0.96 of nearly every word it reads rightly, and below 0.8 most are wrong.
 */
export type Certainty = 'sure' | 'fair' | 'doubtful';

export const SURE_FROM = 0.9;
export const DOUBTFUL_BELOW = 0.8;

export const certaintyOf = (confidence: number): Certainty => (confidence >= SURE_FROM ? 'sure' : confidence < DOUBTFUL_BELOW ? 'doubtful' : 'fair');
