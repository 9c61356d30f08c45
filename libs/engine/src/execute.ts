import { movedOnto } from './image/affine.js';
import { evidenceOf, type Evidence } from './image/evidence.js';
import type { GreyImage } from './image/grey-image.js';
import { NotReplayable, prepare, type Prepared } from './image/prepared.js';
import type { PageRecipe, ReaderName, RecipeStep, Rotation } from './reading.js';
import { isSecondReading } from './recipe.js';
import type { Readers } from './reader/readers.js';
import type { FoundBlock } from './text/found.js';
import { joined } from './text/joined.js';
import { movedBlocks } from './text/moved-blocks.js';

/** A picture the right way up. */
export interface View {
  /** As it came, or turned by quarters. */
  upright: GreyImage;
  turn: Rotation;
  /** Of the upright picture. */
  evidence: Evidence;
}

/** What one reading of a picture came to. */
export interface Pass extends View {
  recipe: PageRecipe;
  /** In pixels of the upright picture. */
  blocks: FoundBlock[];
}

const isTurn = ({ name }: RecipeStep): boolean => name === 'turn';

/** Turns come first; everything after them is undone again in the answer, so that boxes lie on the upright page. */
export const turnOf = (steps: readonly RecipeStep[]): Rotation => (steps.filter(isTurn).reduce((sum, { settings }) => sum + Number(settings['degrees']), 0) % 360) as Rotation;

/** Reads a picture that was made ready. The last step of the recipe is the reading itself. */
export const readPrepared = async (view: View, prepared: Prepared, recipe: PageRecipe, readers: Readers): Promise<Pass> => {
  const step = recipe.steps.at(-1);
  if (!recipe.reader || step?.name !== 'read') throw new NotReplayable('The last step of a recipe that names a reader must be "read".');
  const { psm = 3, dpi = 200, parting = null } = step.settings;
  if ((psm !== 3 && psm !== 4) || typeof dpi !== 'number' || !(dpi >= 50 && dpi <= 2400)) throw new NotReplayable('The step "read" of the recipe takes psm 3 or 4, and dpi from 50 to 2400.');
  if (parting !== null && !(typeof parting === 'number' && Number.isInteger(parting) && parting > 0 && parting < prepared.image.height)) throw new NotReplayable('The step "read" of the recipe takes as parting a row inside the prepared page.');
  const { width, height } = view.upright;
  const reader = await readers.take(recipe.reader, recipe.languages);
  const found = await reader.read(prepared.image, { languages: recipe.languages, psm, dpi, parting, threads: readers.threads });
  return { ...view, recipe, blocks: movedBlocks(found, (polygon) => movedOnto(polygon, prepared.back, width, height)) };
};

/** Reads an upright page by one reader, after these steps. */
const readAfter = async (view: View, steps: readonly RecipeStep[], recipe: PageRecipe, readers: Readers): Promise<Pass> =>
  readPrepared(view, await prepare(view.upright, steps.slice(0, -1)), { ...recipe, steps: [...steps] }, readers);

/** Does what a recipe says to a picture, from the first step after those by which the picture came about. Nothing is decided here. */
export const execute = async (picture: GreyImage, recipe: PageRecipe, from: number, readers: Readers): Promise<Pass> => {
  const steps = recipe.steps.slice(from);
  const second = steps.findIndex(isSecondReading);
  const [own, again] = second < 0 ? [steps, null] : [steps.slice(0, second), steps.slice(second + 1)];
  const turns = own.filter(isTurn);
  const { image: upright } = await prepare(picture, turns);
  const view = { upright, turn: turnOf(own), evidence: evidenceOf(upright) };
  if (recipe.reader === null) return { ...view, recipe, blocks: [] };
  const { blocks } = await readAfter(view, own.slice(turns.length), recipe, readers);
  if (!again) return { ...view, recipe, blocks };
  const other = await readAfter(view, again, { ...recipe, reader: steps[second]?.settings['reader'] as ReaderName }, readers);
  return { ...view, recipe, blocks: joined(blocks, other.blocks) };
};
