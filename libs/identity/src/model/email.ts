/** An e-mail address in the one spelling it is stored and looked up by, so that it is one person's however it was typed. */
export const canonicalEmail = (asTyped: string): string => asTyped.trim().toLowerCase();
