/** The spans of the load chart, in minutes, and how many minutes one bar holds so that bars stay wide enough to see. */
export const loadSpans = [
  { minutes: 60, barMinutes: 1 },
  { minutes: 360, barMinutes: 5 },
  { minutes: 1440, barMinutes: 15 },
] as const;
export type LoadSpan = (typeof loadSpans)[number];

export const readLoadSpan = (given: unknown): LoadSpan => loadSpans.find(({ minutes }) => String(minutes) === given) ?? loadSpans[0];
