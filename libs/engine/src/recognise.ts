import { readingDpi } from './document/resolution.js';
import { readPrepared, type Pass, type View } from './execute.js';
import { evidenceOf, type Evidence } from './image/evidence.js';
import type { GreyImage } from './image/grey-image.js';
import { preparationSteps, readingSize, type ReadingSize } from './image/plan.js';
import { prepare, type Prepared } from './image/prepared.js';
import { mostEnlarged } from './image/reader-limits.js';
import { turned } from './image/turned.js';
import { layoutOf } from './layout/gutters.js';
import { partingOf } from './layout/parting.js';
import { areJoined, chooseReader, isBetter, secondReader, type Choice, type FirstPass } from './policy/choose-reader.js';
import type { PageRecipe, ReaderName, ReadOptions, RecipeStep, Rotation } from './reading.js';
import type { Readers } from './reader/readers.js';
import { SECOND_READING } from './recipe.js';
import { sureness } from './text/confidence.js';
import { joined } from './text/joined.js';
import { strip } from './image/strip.js';

export interface Subject {
  picture: GreyImage;
  dpi: number | null;
  /** How the picture came about. */
  steps: readonly RecipeStep[];
  /** False where the file itself says which way is up. */
  mayTurn: boolean;
}

type Asked = Pick<ReadOptions, 'languages' | 'reader'>;

/** Upright pages stay below, even ruled tables and squares of Han. */
const SIDEWAYS_FROM = 2;
/** Latin letters that rise above the line, of all tall ones: about four in five, as measured. */
const [UPRIGHT_FROM, UPSIDE_DOWN_UP_TO] = [0.65, 0.4];
/** Below this a page may stand on its head. Upright pages stay above it and pages on their head below, as measured. */
const DOUBTFUL = 0.62;
const CLEARLY = 0.05;

/** So clearly that nobody needs to be asked. */
const isClearlyUpright = ({ sideways, rising }: Evidence): boolean => sideways < 1 && rising !== null && rising >= UPRIGHT_FROM;

const isStrange = ({ sideways, rising }: Evidence): boolean => sideways >= SIDEWAYS_FROM || (rising !== null && rising <= UPSIDE_DOWN_UP_TO);

const opposite = (turn: Rotation): Rotation => ((turn + 180) % 360) as Rotation;

/** The size of the type: x is about half of it, Han nearly all. */
const emOf = ({ script }: Evidence, textHeightPx: number): number => textHeightPx * (script === 'han' ? 1.06 : 1.9);

const factsOf = ({ recipe, blocks }: Pass): FirstPass => ({ reader: recipe.reader ?? 'tesseract', ...sureness(blocks) });

const better = (first: Pass, second: Pass): Pass => (isBetter(factsOf(second), factsOf(first)) ? second : first);

/** Two readings of the same view as one, PP-OCR's with what the other one mends in it. */
const joint = (ppocr: Pass, other: Pass, shared: number): Pass => {
  const again: RecipeStep = { name: SECOND_READING, settings: { reader: factsOf(other).reader } };
  const recipe = { ...ppocr.recipe, why: 'Read by both and joined word by word: neither was sure of it alone.', steps: [...ppocr.recipe.steps, again, ...other.recipe.steps.slice(shared)] };
  return { ...ppocr, recipe, blocks: joined(ppocr.blocks, other.blocks) };
};

/** With less text than this, half a page costs nearly what all of it does. */
const WORTH_PARTING_LETTERS = 700;

/** How a reader of the tesseract kind is to take the prepared page. The native one is as fast in one piece, for it is one process. */
const readSettings = (reader: ReaderName, evidence: Evidence, image: GreyImage, { textHeightPx, dpi }: ReadingSize): RecipeStep['settings'] => {
  const layout = layoutOf(image, emOf(evidence, textHeightPx));
  const parting = reader === 'tesseract' && evidence.letters >= WORTH_PARTING_LETTERS ? partingOf(image, layout) : null;
  return { psm: layout.psm, dpi, ...(parting !== null && { parting }) };
};

/** The step as it is taken to a few lines of the page. */
const unparted = ({ name, settings: { parting: _, ...settings } }: RecipeStep): RecipeStep => ({ name, settings });

/** One picture in the hands of its readers. */
class Recognition {
  constructor(
    private readonly subject: Subject,
    private readonly asked: Asked,
    private readonly readers: Readers,
  ) {}

  async best(): Promise<Pass> {
    let view = this.#view(0);
    if (view.evidence.letters === 0) return this.#blank(view);
    let choice = this.#choice(view);
    const { mayTurn } = this.subject;
    // A page that looks strange is asked about before it is read, and others only when Tesseract turns out unsure of them; PP-OCR is sure of lines on their head too.
    const isAskedFirst = !isClearlyUpright(view.evidence) && (choice.reader === 'ppocr' || isStrange(view.evidence));
    if (mayTurn && isAskedFirst) {
      const turn = await this.#uprightTurn(view, choice);
      if (turn !== view.turn) choice = this.#choice((view = this.#view(turn)));
    }
    let pass = await this.#read(view, choice);
    if (mayTurn && !isAskedFirst && factsOf(pass).confidence < DOUBTFUL) {
      const turn = await this.#uprightTurn(view, choice);
      if (turn !== view.turn) pass = better(pass, await this.#read((view = this.#view(turn)), this.#choice(view)));
    }
    const second = this.asked.reader === 'auto' ? secondReader(pass.evidence, factsOf(pass), this.readers.available) : null;
    return second ? this.#weighed(pass, await this.#read(pass, second)) : pass;
  }

  /** What comes of two readings by two readers. */
  #weighed(first: Pass, second: Pass): Pass {
    const [ppocr, other] = first.recipe.reader === 'ppocr' ? [first, second] : [second, first];
    if (!areJoined(factsOf(ppocr), factsOf(other))) return better(first, second);
    return joint(ppocr, other, this.subject.steps.length + (first.turn ? 1 : 0));
  }

  #view(turn: Rotation): View {
    const upright = turned(this.subject.picture, turn);
    return { upright, turn, evidence: evidenceOf(upright) };
  }

  #choice({ evidence }: View): Choice {
    return this.asked.reader === 'auto' ? chooseReader(evidence, this.readers.available, this.asked.languages === 'auto' || this.asked.languages.includes('eng')) : { reader: this.asked.reader, why: 'Asked for.' };
  }

  #languages({ script }: Evidence): string[] {
    if (this.asked.languages !== 'auto') return [...this.asked.languages];
    return script === 'latin' ? ['eng'] : script === 'han' ? ['chi_sim'] : ['chi_sim', 'eng'];
  }

  /** The page made ready for its reader, and the recipe by which it was. */
  async #ready({ upright, turn, evidence }: View, { reader, why }: Choice): Promise<{ prepared: Prepared; recipe: PageRecipe }> {
    const size = readingSize(evidence, readingDpi(upright.width, upright.height, this.subject.dpi), mostEnlarged(upright));
    const steps = reader === 'ppocr' ? [] : preparationSteps(evidence, size, upright);
    const prepared = await prepare(upright, steps);
    const read: RecipeStep = { name: 'read', settings: reader === 'ppocr' ? {} : readSettings(reader, evidence, prepared.image, size) };
    const turns: RecipeStep[] = turn ? [{ name: 'turn', settings: { degrees: turn } }] : [];
    return { prepared, recipe: { reader, why, languages: this.#languages(evidence), steps: [...this.subject.steps, ...turns, ...steps, read] } };
  }

  async #read(view: View, choice: Choice): Promise<Pass> {
    const { prepared, recipe } = await this.#ready(view, choice);
    return readPrepared(view, prepared, recipe, this.readers);
  }

  /** By how much the picture has to be turned, asked of a reader that can tell, or found by trying. */
  async #uprightTurn(view: View, choice: Choice): Promise<Rotation> {
    const teller: ReaderName = this.readers.has('ppocr') ? 'ppocr' : choice.reader;
    const more = await (await this.readers.take(teller, this.#languages(view.evidence))).orientation(view.upright);
    if (more !== null) return ((view.turn + more) % 360) as Rotation;
    return this.#headUp(view.evidence.sideways >= SIDEWAYS_FROM ? this.#view(270) : view, choice);
  }

  /** This turn or its opposite: a few lines of the page are read both ways, and the reader is surer of one. */
  async #headUp(view: View, choice: Choice): Promise<Rotation> {
    const { prepared, recipe: whole } = await this.#ready(view, choice);
    const lines = strip(prepared.image);
    const recipe = { ...whole, steps: whole.steps.map(unparted) };
    const surenessOf = async (image: GreyImage): Promise<number> => sureness((await readPrepared(view, { ...prepared, image }, recipe, this.readers)).blocks).confidence;
    const [here, there] = [await surenessOf(lines), await surenessOf(turned(lines, 180))];
    return there > here + CLEARLY ? opposite(view.turn) : view.turn;
  }

  #blank(view: View): Pass {
    return { ...view, recipe: { reader: null, why: 'The page is blank.', languages: [], steps: [...this.subject.steps] }, blocks: [] };
  }
}

/** Finds out how a picture is best read, and reads it. */
export const recognise = (subject: Subject, asked: Asked, readers: Readers): Promise<Pass> => new Recognition(subject, asked, readers).best();
