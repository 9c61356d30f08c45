const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [100, 10_000];

/** How long to wait after so many starts that failed in a row: twice as long each time, so that a broken install does not burn a core. */
export const pauseMs = (failures: number): number => (failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)));
