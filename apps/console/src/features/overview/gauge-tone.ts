/** Running short from four fifths of a limit on, and full at it. */
export const gaugeTone = (value: number, max: number): 'ink' | 'zhe' | 'zhu' => (value >= max ? 'zhu' : value >= max * 0.8 ? 'zhe' : 'ink');
