export const SHANGHAI = 'Asia/Shanghai';

const digitsIn = (zone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });

/** `2026-12-01 02:00 – 04:00 GMT+1`: a moment or a span on the clock of a zone; null where that shows the same as Shanghai's. */
export const inZone = (at: string, until: string | undefined, zone: string, locale: string): string | null => {
  const digits = digitsIn(zone);
  const start = digits.format(new Date(at));
  if (start === digitsIn(SHANGHAI).format(new Date(at))) return null;
  const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date(at)).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  const end = until && digits.format(new Date(until));
  const span = end ? ` – ${end.slice(0, 10) === start.slice(0, 10) ? end.slice(11) : end}` : '';
  return `${start}${span} ${name}`;
};
