import type { Messages, NamespaceKeys, NestedKeyOf } from 'next-intl';

/** An area of the vocabulary as a leaf asks for it: `keys`, or `tickets.composer` where a part of one is enough. */
export type Area = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

export interface Words {
  [key: string]: string | Words;
}

const pickOne = (words: Words, [key = '', ...further]: string[]): Words => {
  const found = words[key];
  // What is in no catalogue does not compile; a part that is missing after all would be words that a person misses.
  if (found === undefined || typeof found === 'string') throw new Error(`no words are called ${key}`);
  return { [key]: further.length ? pickOne(found, further) : found };
};

/** Two sets of words as one, parts of the same area side by side. */
export const mergeWords = (first: Words, second: Words): Words => {
  const both = (key: string, words: string | Words): string | Words => {
    const before = first[key];
    return typeof before === 'object' && typeof words === 'object' ? mergeWords(before, words) : words;
  };
  return { ...first, ...Object.fromEntries(Object.entries(second).map(([key, words]) => [key, both(key, words)])) };
};

/** Of all words those of some areas, in the shape they came in. */
export const pickWords = (words: Words, areas: readonly Area[]): Words => areas.map((area) => pickOne(words, area.split('.'))).reduce(mergeWords, {});
