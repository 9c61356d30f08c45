/** The spans that can be chosen, in days. */
export const spans = [7, 30, 90] as const;
export type Span = (typeof spans)[number];

export const readSpan = (given: unknown): Span => spans.find((days) => String(days) === given) ?? 30;
