/** The day that an address asks for; nothing where what stands there is none. */
export const readDay = (asked: string | string[] | undefined): string | undefined => (typeof asked === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : undefined);
