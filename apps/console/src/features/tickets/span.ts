const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;
const DAY_S = 24 * HOUR_S;

/** A span in its two largest units, as people say it. Less than a minute is one. */
export const spanOf = (seconds: number, locale: string): string => {
  const rounded = Math.max(MINUTE_S, Math.floor(Math.abs(seconds) / MINUTE_S) * MINUTE_S);
  const [days, hours, minutes] = [Math.floor(rounded / DAY_S), Math.floor((rounded % DAY_S) / HOUR_S), Math.floor((rounded % HOUR_S) / MINUTE_S)];
  const parts: [number, 'day' | 'hour' | 'minute'][] = days ? [[days, 'day'], [hours, 'hour']] : [[hours, 'hour'], [minutes, 'minute']];
  return parts.filter(([count]) => count > 0).map(([count, unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count)).join(' ');
};
