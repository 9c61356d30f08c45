import { isDeepStrictEqual } from 'node:util';
import { NotReplayable } from './image/prepared.js';
import { engineLanguages, languageLists, languagesKey } from './language.js';
import type { DocumentFacts, PageRecipe, ReadOptions, RecipeStep } from './reading.js';

/** Our own recipes end below twenty. The contract says this number too. */
export const MOST_STEPS = 32;

const checkLanguages = ({ reader, languages }: PageRecipe, page: number): void => {
  const installed = engineLanguages.map(({ code }) => code);
  const unknown = languages.find((code) => !installed.some((known) => known === code));
  const refuse = (what: string): never => {
    throw new NotReplayable(`The recipe of page ${page} ${what}. Installed: ${installed.join(', ')}.`);
  };
  if (unknown !== undefined) refuse(`names the language ${JSON.stringify(unknown)}, which is not installed here`);
  if (reader !== null && !languageLists.some((list) => languagesKey(list) === languagesKey(languages))) refuse(`names ${languages.length === 0 ? 'no language to read with' : 'a language twice'}`);
};

/** Recipes come from callers: whatever of them would cost a reader is refused before one is asked. `steps` are those by which the picture of the page came about. */
export const checkReplay = (recipe: PageRecipe, steps: readonly RecipeStep[], page: number): void => {
  if (recipe.steps.length > MOST_STEPS) throw new NotReplayable(`The recipe of page ${page} has ${recipe.steps.length} steps; at most ${MOST_STEPS} are done.`);
  checkLanguages(recipe, page);
  const at = steps.findIndex((step, index) => !isDeepStrictEqual(step, recipe.steps[index]));
  if (at >= 0) throw new NotReplayable(`The recipe of page ${page} was not made from this file: its step ${at + 1} would have to be "${steps[at]?.name}" with the same settings.`);
};

/** Whether there is a recipe for every page that is to be read, and none for a page that there is not: of such a page everything would be decided anew, and nobody told. */
export const checkReplayPages = (replay: ReadOptions['replay'], chosen: readonly number[], { pages }: Pick<DocumentFacts, 'pages'>): void => {
  if (!replay) return;
  const missing = chosen.find((page) => !Object.hasOwn(replay, page));
  if (missing !== undefined) throw new NotReplayable(`The recipe has no entry for page ${missing}, which is to be read. Leave the page out with the option pages, or leave out the recipe.`);
  const beyond = Object.keys(replay).map(Number).find((page) => page < 1 || page > pages);
  if (beyond !== undefined) throw new NotReplayable(`The recipe names page ${beyond}, and the document has ${pages === 1 ? 'one page' : `${pages} pages`}: it was not made from this file.`);
};
