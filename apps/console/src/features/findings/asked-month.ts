const MONTHS_SHOWN = 13;
const MONTH = /^2\d{3}-(0[1-9]|1[0-2])$/;

/** The month before one, `2026-11`. */
const before = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
};

/** The month an address names, or the current one; and those to choose from, a year and this month, newest first. `today` is a day in Asia/Shanghai. */
export const askedMonth = (named: string | string[] | undefined, today: string): { month: string; months: string[] } => {
  const months = [today.slice(0, 7)];
  while (months.length < MONTHS_SHOWN) months.push(before(months.at(-1)!));
  return { month: typeof named === 'string' && MONTH.test(named) ? named : months[0]!, months };
};
