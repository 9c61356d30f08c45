import type { OutputPage } from '../output/page.js';
import { addresses } from './addresses.js';
import { bankCards } from './bank-cards.js';
import { birthDates } from './birth-dates.js';
import { columnLabels } from './column-labels.js';
import { emails } from './emails.js';
import { categoryOf, type Find, type PersonalCategory, type PersonalFinding, type WordPlace } from './finding.js';
import { glyphsOf } from './glyphs.js';
import { identityNumbers } from './identity-numbers.js';
import { Labelled, labelsIn } from './labels.js';
import { machineReadableZones } from './machine-readable-zones.js';
import { names } from './names.js';
import type { PageText } from './page-text.js';
import { passports } from './passports.js';
import { phones } from './phones.js';
import { loneNumbers, runsOf } from './runs.js';
import { sampleOf } from './sample.js';
import { settled } from './settle.js';
import { vehiclePlates } from './vehicle-plates.js';

const KINDS = [machineReadableZones, identityNumbers, bankCards, phones, emails, passports, vehiclePlates, names, birthDates, addresses];

/** What the detector needs of a page. Without blocks it is plain text, of which nobody knows how far its words stand apart. */
export type SearchedPage = Pick<OutputPage, 'text'> & Partial<Pick<OutputPage, 'number' | 'blocks'>>;

const findsIn = (page: SearchedPage): Find[] => {
  const glyphs = glyphsOf(page);
  const { plain } = glyphs;
  const labels = [...labelsIn(plain), ...columnLabels(page.blocks ?? [])].sort((one, other) => one.end - other.end);
  const [labelled, runs] = [new Labelled(plain, labels), runsOf(glyphs)];
  const text: PageText = { plain, labelled, runs, lone: loneNumbers(runs, (begin) => labelled.at(begin) !== null) };
  return settled(
    KINDS.flatMap((find) => find(text)),
    plain.length,
  );
};

const wordsOf = ({ blocks = [] }: SearchedPage): { place: WordPlace; begin: number; end: number }[] =>
  blocks.flatMap(({ lines }, block) => lines.flatMap(({ words }, line) => words.map(({ span: [begin, end] }, word) => ({ place: { block, line, word }, begin, end })))).sort((one, other) => one.begin - other.begin);

const findingsOn = (page: SearchedPage, index: number): PersonalFinding[] => {
  const finds = findsIn(page);
  if (finds.length === 0) return [];
  const [signs, words] = [[...page.text], wordsOf(page)];
  let first = 0;
  return finds.map(({ kind, category = categoryOf[kind], begin, end, confidence }) => {
    while (first < words.length && (words[first]?.end ?? 0) <= begin) first++;
    let last = first;
    while (last < words.length && (words[last]?.begin ?? 0) < end) last++;
    const touched = words.slice(first, last).map(({ place }) => place);
    return { category, kind, page: page.number ?? index + 1, span: [begin, end], words: touched, confidence, sample: sampleOf(signs.slice(begin, end).join('')) };
  });
};

/**
 * Personal information in what was recognised, page by page in the order of the text. Nothing of it is in the answer but a
 * masked sample. Takes a reading, the stored answer of the API, or pages that have only a text.
 */
export const findPersonal = (pages: readonly SearchedPage[]): PersonalFinding[] => pages.flatMap(findingsOn);

/** The same in one plain text, with `page` 1 and no words. */
export const findPersonalInText = (text: string): PersonalFinding[] => findPersonal([{ text }]);

/** The categories of what was found, each once, in alphabetical order. */
export const categoriesIn = (pages: readonly SearchedPage[]): PersonalCategory[] => [...new Set(findPersonal(pages).map(({ category }) => category))].sort();
