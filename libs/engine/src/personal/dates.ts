const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a day can be somebody's birthday: 1900 to 2099, and there is such a day. */
export const isBirthday = (year: number, month: number, day: number): boolean => {
  if (year < 1900 || year > 2099 || day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && year !== 1900);
};
