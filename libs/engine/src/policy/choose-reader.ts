import type { Evidence } from '../image/evidence.js';
import type { ReaderName } from '../reading.js';

export interface Choice {
  reader: ReaderName;
  /** One short sentence for people. */
  why: string;
}

/** How a first reading of the page went. */
export interface FirstPass {
  reader: ReaderName;
  /** 0 without words. */
  confidence: number;
  characters: number;
  /** Of the characters, that are Chinese. */
  hanShare: number;
}

const UNEVEN_AS_PHOTOGRAPHS = 60;
/** From here on there is much text: PP-OCR's time grows with every letter, Tesseract's less. */
const MANY_LETTERS = 700;
/** Less than this of a page's pieces of ink is no print to speak of. */
const FEWEST_LETTERS = 40;

/** Print in good state: letters of one size, and little on the page that is no letter. Where there is little text, a few odd pieces weigh more. */
const isClean = ({ evenness, specks, letters }: Evidence): boolean => (letters >= MANY_LETTERS ? evenness >= 0.9 && specks <= 1.45 : evenness >= 0.87 && specks <= 1.3);

/** Nothing but letters, and all of one size: much of it is read as well by either, however lit. */
const FLAWLESS = 0.95;

const isFlawless = (evidence: Evidence): boolean => evidence.evenness >= FLAWLESS && evidence.letters >= MANY_LETTERS && isClean(evidence);

/** The one of the tesseract kind that is fastest here. */
const tesseractKind = (available: readonly ReaderName[]): ReaderName => (available.includes('native') ? 'native' : 'tesseract');

/**
 * Which reader to begin with, by what the page looks like. PP-OCR reads what is worn, photographed, of many sizes or Chinese far better;
 * Tesseract is for Latin print in good state, which it reads with all its signs and spaces where it may use data for Latin.
 */
export const chooseReader = (evidence: Evidence, available: readonly ReaderName[], isLatinAsked = true): Choice => {
  const tesseract = tesseractKind(available);
  if (!available.includes('ppocr')) return { reader: tesseract, why: 'The only kind of reader here.' };
  if (!available.includes(tesseract)) return { reader: 'ppocr', why: 'The only kind of reader here.' };
  if (evidence.script === 'han') return { reader: 'ppocr', why: 'The letters look Chinese.' };
  if (!isLatinAsked) return { reader: 'ppocr', why: 'Chinese was asked for.' };
  if (evidence.script === 'unsure') return { reader: 'ppocr', why: 'The letters are worn or of several scripts.' };
  if (isFlawless(evidence)) return { reader: tesseract, why: 'Flawless Latin print.' };
  if (evidence.unevenness > UNEVEN_AS_PHOTOGRAPHS) return { reader: 'ppocr', why: 'The light is that of a photograph.' };
  if (!isClean(evidence)) return { reader: 'ppocr', why: 'The letters are worn or of many sizes.' };
  if (evidence.letters < FEWEST_LETTERS) return { reader: 'ppocr', why: 'There is little text.' };
  return { reader: tesseract, why: 'Clean Latin print.' };
};

/** Above these, a second reading seldom found more. The two are modest in ways of their own. */
const SURE: Readonly<Record<ReaderName, number>> = { tesseract: 0.87, native: 0.87, ppocr: 0.93 };
/** Nobody here reads Chinese better than PP-OCR, so the other is asked only when little was made out at all. */
const SURE_IN_CHINESE = 0.7;
const MOSTLY_HAN = 0.3;
/** A letter is one piece of ink or two; fewer characters than this for each piece mean that text was passed over. */
const FEWEST_CHARACTERS = 0.45;

/** The other reader, when the first has left doubts; null when one reading is enough. */
export const secondReader = (evidence: Evidence, first: FirstPass, available: readonly ReaderName[]): Choice | null => {
  const isHan = evidence.script === 'han' || first.hanShare > MOSTLY_HAN;
  const sure = isHan && first.reader === 'ppocr' ? SURE_IN_CHINESE : SURE[first.reader];
  const isSure = first.confidence >= sure && (isHan || first.characters >= FEWEST_CHARACTERS * evidence.letters);
  const other = first.reader === 'ppocr' ? tesseractKind(available) : 'ppocr';
  if (isSure || !available.includes(other)) return null;
  return { reader: other, why: `${first.reader} was unsure of the page.` };
};

/** In doubt the first reading stays: it was chosen for what the page looks like. */
const MARGIN = 1.02;

/** How much was read, counting only what the reader is surer of than not. */
const worth = ({ confidence, characters }: FirstPass): number => Math.max(0, confidence - 0.5) * characters;

/** Whether the second reading is to be kept: it read more. */
export const isBetter = (second: FirstPass, first: FirstPass): boolean => worth(second) > MARGIN * worth(first);

/** A reading worth so many times the other is better off without it. */
const FAR_BETTER = 1.4;

/** Whether two readings of one page are to be joined: both read Latin, and PP-OCR, whose lines are kept, did not pass over much. */
export const areJoined = (ppocr: FirstPass, other: FirstPass): boolean => Math.max(ppocr.hanShare, other.hanShare) <= MOSTLY_HAN && worth(other) < FAR_BETTER * worth(ppocr);
