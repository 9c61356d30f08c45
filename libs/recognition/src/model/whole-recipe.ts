import { dataOf, readersIn, type PageReading, type ReaderFacts, type Recipe } from '@inkproof/engine';

/**
 * The recipe of a document of which some pages were read before a restart, and perhaps all: the last reading knows only
 * the engines that it used itself.
 */
export const wholeRecipe = (recipe: Recipe, pages: readonly PageReading[], readers: readonly ReaderFacts[]): Recipe => {
  const engines = [...recipe.engines];
  const data = new Map(recipe.data.map((digest) => [digest.name, digest]));
  for (const { recipe: page } of pages) {
    for (const facts of readers.filter(({ name }) => readersIn(page).includes(name))) {
      if (!engines.some((engine) => engine.reader === facts.name)) engines.push({ reader: facts.name, version: facts.version });
      for (const digest of dataOf(facts, page)) data.set(digest.name, digest);
    }
  }
  const byName = <T>(name: (item: T) => string) => (a: T, b: T) => (name(a) < name(b) ? -1 : 1);
  return { ...recipe, engines: engines.sort(byName(({ reader }) => reader)), data: [...data.values()].sort(byName(({ name }) => name)) };
};
