import { languageLists } from './language.js';
import type { TextReader } from './reader/text-reader.js';
import type { PageReading, PageRecipe, ReaderName, Recipe, RecipeStep } from './reading.js';

/** A reader as it is told of in recipes. */
export interface ReaderFacts {
  name: ReaderName;
  version: string;
  /** The data that decides what is read, by the languages a page is read with: engine codes with a plus between them. */
  data: Readonly<Record<string, readonly { name: string; sha256: string }[]>>;
}

/** The languages of a page as one word. */
export const languagesKey = (codes: readonly string[]): string => codes.join('+');

/** What a reader tells of its data for every list of languages. */
export const dataByLanguages = (reader: TextReader): ReaderFacts['data'] => Object.fromEntries(languageLists.map((codes) => [languagesKey(codes), reader.data(codes)]));

/** From this step on a recipe says how the upright page was read again, by the reader in its settings, before both readings were joined. */
export const SECOND_READING = 'second_reading';

export const isSecondReading = ({ name }: RecipeStep): boolean => name === SECOND_READING;

/** Every reader that had part in a page, the one whose lines are kept first. */
export const readersIn = ({ reader, steps }: PageRecipe): ReaderName[] => [...(reader === null ? [] : [reader]), ...steps.filter(isSecondReading).map(({ settings }) => settings['reader'] as ReaderName)];

/** What the recipes of the pages have in common: the engines that read them, and their data. */
export const recipeOf = (pages: readonly PageReading[], readers: readonly ReaderFacts[], inputSha256: string): Recipe => {
  const used = readers.filter(({ name }) => pages.some(({ recipe }) => readersIn(recipe).includes(name)));
  const data = new Map<string, { name: string; sha256: string }>();
  for (const { name, data: byLanguages } of used)
    for (const { recipe } of pages)
      if (readersIn(recipe).includes(name)) for (const datum of byLanguages[languagesKey(recipe.languages)] ?? []) data.set(datum.name, { ...datum });
  return { version: 1, engines: used.map(({ name, version }) => ({ reader: name, version })), data: [...data.values()].sort((one, other) => (one.name < other.name ? -1 : 1)), inputSha256 };
};
