/** The five strokes of 正 in the order they are written, on a grid of 32. */
export const strokes = ['M5 6.2H27', 'M16 6.2V26.5', 'M16 15.6H24.5', 'M8.8 13.8V26.5', 'M3.5 26.5H28.5'] as const;
