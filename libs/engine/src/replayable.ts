import { isDeepStrictEqual } from 'node:util';
import { NotReplayable } from './image/prepared.js';
import { engineLanguages, languageLists, languagesKey } from './language.js';
import type { PageRecipe, RecipeStep } from './reading.js';

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
