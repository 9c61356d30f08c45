import { languageLists, languagesKey, languagesOfKey } from './language.js';
import type { TextReader } from './reader/text-reader.js';
import type { PageReading, PageRecipe, ReaderName, Recipe, RecipeStep } from './reading.js';

/** A reader as it is told of in recipes. */
export interface ReaderFacts {
  name: ReaderName;
  version: string;
  /** The data that decides what is read, by the key of the languages a page is read with. */
  data: Readonly<Record<string, readonly { name: string; sha256: string }[]>>;
}

/** What a reader tells of its data for every list of languages. */
export const dataByLanguages = (reader: TextReader): ReaderFacts['data'] => Object.fromEntries(languageLists.map((codes) => [languagesKey(codes), reader.data(codes)]));

/** The data by which this reader read a page. */
export const dataOf = ({ data }: ReaderFacts, { languages }: PageRecipe): readonly { name: string; sha256: string }[] => data[languagesKey(languages)] ?? [];

/** The languages that a reader has data for, by engine code. */
export const languagesOf = ({ data }: ReaderFacts): string[] => Object.keys(data).filter((key) => languagesOfKey(key).length === 1);

/** From this step on a recipe says how the upright page was read again, by the reader in its settings, before both readings were joined. */
export const SECOND_READING = 'second_reading';

export const isSecondReading = ({ name }: RecipeStep): boolean => name === SECOND_READING;

/** Every reader that had part in a page, the one whose lines are kept first. */
export const readersIn = ({ reader, steps }: PageRecipe): ReaderName[] => [...(reader === null ? [] : [reader]), ...steps.filter(isSecondReading).map(({ settings }) => settings['reader'] as ReaderName)];

/** What the recipes of the pages have in common: the engines that read them, and their data. */
export const recipeOf = (pages: readonly PageReading[], readers: readonly ReaderFacts[], inputSha256: string): Recipe => {
  const used = readers.filter(({ name }) => pages.some(({ recipe }) => readersIn(recipe).includes(name)));
  const data = new Map<string, { name: string; sha256: string }>();
  for (const facts of used)
    for (const { recipe } of pages)
      if (readersIn(recipe).includes(facts.name)) for (const datum of dataOf(facts, recipe)) data.set(datum.name, { ...datum });
  return { version: 1, engines: used.map(({ name, version }) => ({ reader: name, version })), data: [...data.values()].sort((one, other) => (one.name < other.name ? -1 : 1)), inputSha256 };
};
