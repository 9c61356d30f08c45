const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Days that follow each other, by weeks that begin on Monday. */
export const weeksOf = <Shown extends { day: string }>(days: readonly Shown[]): (Shown | undefined)[][] => {
  const cells = [...Array<undefined>(weekdayOf(days[0]!.day)).fill(undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_, at) => cells[week * 7 + at]));
};
