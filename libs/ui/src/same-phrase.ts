const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** Whether someone typed the phrase, whatever width their input method gave digits and spaces. */
export const isSamePhrase = (typed: string, phrase: string): boolean => plain(typed) === plain(phrase);
