import type { DocumentPage, PagePicture } from './document/document.js';
import { execute, type Pass } from './execute.js';
import { NotReplayable } from './image/prepared.js';
import { whitened } from './image/whitened.js';
import { inCellOrder } from './layout/cell-order.js';
import { rules } from './layout/rules.js';
import { structure } from './layout/structure.js';
import { quality } from './quality/quality.js';
import type { PageReading, PageRecipe, ReadOptions, RecipeStep, Rotation } from './reading.js';
import type { Readers } from './reader/readers.js';
import { recognise } from './recognise.js';
import { checkReplay } from './replayable.js';
import { compose } from './text/compose.js';
import { pageConfidence } from './text/confidence.js';
import { embeddedBlocks, merged } from './text/embedded.js';
import type { FoundBlock } from './text/found.js';
import { lengthOf, slantDegrees } from './text/polygon.js';

export type PageOptions = Pick<ReadOptions, 'languages' | 'reader' | 'replay'>;

const wordsOf = (blocks: readonly FoundBlock[]) => blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));

/** The slant of the lines: that of the middle one when they are put in order, the long ones counting more. */
const skewOf = (blocks: readonly FoundBlock[]): number => {
  const lines = blocks.flatMap((block) => block.lines).map(({ polygon }) => ({ degrees: slantDegrees(polygon), length: lengthOf(polygon) }));
  lines.sort((one, other) => one.degrees - other.degrees);
  let half = lines.reduce((sum, { length }) => sum + length, 0) / 2;
  const middle = lines.find(({ length }) => (half -= length) <= 0);
  return middle ? Math.round(middle.degrees * 100) / 100 + 0 : 0;
};

/** A page of which nothing has to be recognised: its author's text is all there is. */
const asWritten = (page: DocumentPage, replayed: PageRecipe | undefined): PageReading => {
  const found = embeddedBlocks(page.embedded);
  const steps: RecipeStep[] = found.length > 0 ? [{ name: 'embedded_text', settings: { lines: page.embedded.length } }] : [];
  if (replayed) checkReplay(replayed, steps, page.number);
  if (replayed?.reader) throw new NotReplayable(`The recipe of page ${page.number} was not made from this file: nothing on the page has to be recognised.`);
  const { text, blocks } = compose(found);
  const why = found.length > 0 ? 'The text came with the file.' : 'The page is blank.';
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    dpi: page.dpi,
    rotation: 0,
    mirrored: false,
    skew: 0,
    quality: { sharpness: null, contrast: null, textHeightPx: null, warnings: [] },
    text,
    confidence: pageConfidence(wordsOf(found)),
    blocks: structure(blocks, []),
    recipe: { reader: null, why, languages: [], steps },
  };
};

/** The steps by which the picture came about, which a recipe to be repeated must begin with. */
const firstSteps = (page: DocumentPage, picture: PagePicture): RecipeStep[] => [
  ...picture.steps,
  ...(page.embedded.length > 0 ? [{ name: 'without_embedded_text', settings: { lines: page.embedded.length } }] : []),
];

/**
 * Reads one page. What to do is decided from the page (or handed in, to be repeated), written down as a recipe, and then done:
 * the recipe is the plan that was carried out, so the same file and recipe give the same page to the byte.
 */
export const readPage = async (page: DocumentPage, options: PageOptions, readers: Readers): Promise<PageReading> => {
  const replayed = options.replay?.[page.number];
  if (!page.hasPicture) return asWritten(page, replayed);
  const picture = await page.picture();
  const steps = firstSteps(page, picture);
  const unread = whitened(picture, page.embedded.map(({ polygon }) => polygon));
  if (replayed) checkReplay(replayed, steps, page.number);
  const pass = replayed
    ? await execute(unread, replayed, steps.length, readers)
    : await recognise({ picture: unread, dpi: picture.dpi, steps, mayTurn: page.embedded.length === 0 }, options, readers);
  return assembled(page, picture, pass);
};

const assembled = (page: DocumentPage, { dpi, orientation }: PagePicture, { recipe, blocks: recognised, upright, turn, evidence }: Pass): PageReading => {
  const ruled = recognised.length > 0 ? rules(upright) : [];
  const found = merged(embeddedBlocks(page.embedded), inCellOrder(recognised, ruled));
  const { text, blocks } = compose(found);
  const confidence = pageConfidence(wordsOf(found));
  const { textHeightPx, script, letters } = evidence;
  const lines = found.flatMap((block) => block.lines.map(({ polygon }) => polygon));
  return {
    number: page.number,
    width: upright.width,
    height: upright.height,
    dpi,
    rotation: ((orientation.rotation + turn) % 360) as Rotation,
    mirrored: orientation.mirrored,
    skew: skewOf(recognised),
    quality: quality(upright, { textHeightPx: letters > 0 ? Math.round(textHeightPx * 10) / 10 : null, isHan: script === 'han', confidence, lines }),
    text,
    confidence,
    blocks: structure(blocks, ruled),
    recipe,
  };
};
