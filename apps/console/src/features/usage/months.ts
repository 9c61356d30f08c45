const SHOWN = 6;

/** The month of a day and those before it, the newest first, none before the first. */
export const monthsUntil = (day: string, first: string): string[] => {
  const months: string[] = [];
  let [year, month] = day.split('-').map(Number) as [number, number];
  while (months.length < SHOWN) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name < first.slice(0, 7)) break;
    months.push(name);
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  return months;
};
