/** What of a later API document breaks programs written for an earlier one: a sentence each. */
export declare const breakingBetween: (before: unknown, after: unknown) => string[];
