/** Swedish writes dates as ISO 8601 does, which both of our languages read without doubt. */
const digits = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** `2026-11-20 14:31:52`, in Asia/Shanghai. */
export const momentOf = (at: string): string => digits.format(new Date(at));

/** `2026-11-20`. */
export const dayOf = (at: string): string => momentOf(at).slice(0, 10);

/** `14:31:52`. */
export const clockOf = (at: string): string => momentOf(at).slice(11);

/** `11-20 14:31`, for lists whose year is plain from their order. */
export const shortMomentOf = (at: string): string => momentOf(at).slice(5, 16);

/** The day in full, as the language writes it. Our English is British, so the day stands before the month. */
export const longDayOf = (at: string, locale: string): string => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'full', timeZone: 'Asia/Shanghai' }).format(new Date(at));
