/** What was typed into a field, without the white space around it; empty where nothing was. */
export const textOf = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();

/** The same, and undefined where nothing was typed. */
export const textIn = (fields: FormData, name: string): string | undefined => textOf(fields, name) || undefined;
