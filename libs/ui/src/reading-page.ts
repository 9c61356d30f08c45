import type { PageReading, Polygon } from '@inkproof/contract';
import { certaintyOf, type Certainty } from './confidence.js';

/** A word as a screen shows it: in the picture and in the text it has the same id, which is how the two find each other. */
export interface ShownWord {
  id: string;
  text: string;
  polygon: Polygon;
  confidence: number;
  certainty: Certainty;
  /** Taken from the file as its author wrote it, rather than recognised. */
  isEmbedded: boolean;
  /** What stands between the word before it on the line and this one: a space in Latin scripts, nothing in Chinese. */
  before: string;
  /** Around the run it was found in. */
  run: Polygon;
}

export interface ShownLine {
  id: string;
  number: number;
  words: ShownWord[];
  /** Around each run of the line as it was found on the page: a row of a table is one line of text and may be several runs. */
  runs: Polygon[];
}

/** The lines of a page exactly as its text breaks them, so that what is read on the screen is what is copied. */
export const linesOf = (page: PageReading): ShownLine[] => {
  const characters = [...page.text];
  const found = page.blocks.flatMap((block) => block.lines.flatMap((run) => run.words.map((word) => ({ word, run: run.polygon }))));
  found.sort((one, other) => one.word.span[0] - other.word.span[0]);
  const lines: ShownLine[] = [];
  let end: number | null = null;
  for (const { word, run } of found) {
    const between: string = end === null ? '\n' : characters.slice(end, word.span[0]).join('');
    end = word.span[1];
    if (between.includes('\n')) lines.push({ id: `l${lines.length + 1}`, number: lines.length + 1, words: [], runs: [] });
    const line = lines.at(-1);
    if (!line) continue;
    line.words.push({ id: `${line.number}-${line.words.length}`, text: word.text, polygon: word.polygon, confidence: word.confidence, certainty: certaintyOf(word.confidence), isEmbedded: word.source === 'embedded', before: line.words.length ? between : '', run });
    if (!line.runs.includes(run)) line.runs.push(run);
  }
  return lines;
};
