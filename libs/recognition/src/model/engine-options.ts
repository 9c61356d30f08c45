import { Refusal, type RecognitionOptions } from '@inkproof/contract';
import { languagesOf, type ReaderFacts, type ReaderName, type ReadOptions } from '@inkproof/engine';
import { chosenLanguages, type Language } from './languages.js';

/** A reader as it is installed. */
export interface InstalledReader {
  name: ReaderName;
  /** Its parts and their versions. */
  version: string;
  /** Engine codes it has data for. */
  languages: readonly string[];
}

/** The same as told by the engine. */
export const installedReader = (facts: ReaderFacts): InstalledReader => ({ name: facts.name, version: facts.version, languages: languagesOf(facts) });

/** What a caller asked for, in the engine's words. Refuses what is not installed before anything is looked at. */
export const engineOptions = (options: Pick<RecognitionOptions, 'languages' | 'reader' | 'password' | 'recipe'>, languages: readonly Language[], readers: readonly Pick<InstalledReader, 'name'>[]): Omit<ReadOptions, 'pages'> => {
  const chosen = chosenLanguages(options.languages, languages);
  const { reader, password, recipe } = options;
  if (reader !== 'auto' && !readers.some(({ name }) => name === reader)) {
    const names = ['auto', ...readers.map(({ name }) => name)].join(', ');
    throw new Refusal('reader.unavailable', `The reader ${reader} is not installed here. Installed: ${names}.`, { errors: [{ field: 'reader', message: `may be ${names}` }] });
  }
  return {
    languages: chosen === 'auto' ? chosen : chosen.map(({ code }) => code),
    reader,
    ...(password !== undefined && { password }),
    ...(recipe && { replay: Object.fromEntries(Object.entries(recipe).map(([page, steps]) => [Number(page), steps])) }),
  };
};
