/** By what usage is told apart here. */
export const dimensions = ['key', 'route', 'outcome', 'reason'] as const;
export type Dimension = (typeof dimensions)[number];

export const readDimension = (given: unknown): Dimension => dimensions.find((one) => one === given) ?? 'key';
