import type { PageReading, ReaderName, Recipe } from './reading.js';

/** A reader as it is told of in recipes. */
export interface ReaderFacts {
  name: ReaderName;
  version: string;
  /** The data that decides what is read, by engine code. */
  data: Readonly<Record<string, readonly { name: string; sha256: string }[]>>;
}

/** What the recipes of the pages have in common: the engines that read them, and their data. */
export const recipeOf = (pages: readonly PageReading[], readers: readonly ReaderFacts[], inputSha256: string): Recipe => {
  const used = readers.filter(({ name }) => pages.some(({ recipe }) => recipe.reader === name));
  const data = new Map<string, { name: string; sha256: string }>();
  for (const { name, data: byCode } of used)
    for (const { recipe } of pages)
      if (recipe.reader === name) for (const code of recipe.languages) for (const datum of byCode[code] ?? []) data.set(datum.name, { ...datum });
  return { version: 1, engines: used.map(({ name, version }) => ({ reader: name, version })), data: [...data.values()].sort((one, other) => (one.name < other.name ? -1 : 1)), inputSha256 };
};
