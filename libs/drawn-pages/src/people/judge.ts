import { isNumberedKind } from './labelled-page.js';
import type { SetText } from './set-text.js';

/** What each kind of value is about, in the words of the contract. Lines of a zone are of its number, the name's one of a name. */
const CATEGORY: Readonly<Record<string, readonly string[]>> = {
  identity_18: ['identity_number'],
  identity_15: ['identity_number'],
  hong_kong: ['identity_number'],
  social_security: ['identity_number'],
  mobile: ['phone'],
  landline: ['phone'],
  international: ['phone'],
  bank_card: ['bank_account'],
  email: ['email'],
  passport: ['passport_number'],
  permit: ['passport_number'],
  plate: ['vehicle_plate'],
  name: ['name'],
  address: ['address'],
  birth_date: ['date_of_birth'],
  mrz: ['passport_number', 'identity_number', 'name', 'date_of_birth'],
};

const PUNCTUATION = /[\s+()·\-.]/;

/** The marked values of a page that a detector did not find, or not with every sign of them, under their category. */
export const missedMarks = ({ text, marks }: Pick<SetText, 'text' | 'marks'>, found: readonly { category: string; span: readonly [begin: number, end: number] }[]): SetText['marks'] => {
  const signs = [...text];
  return marks.filter(({ kind, begin, end }) => {
    const fitting = found.filter(({ category, span }) => CATEGORY[kind]?.includes(category) && span[0] < end && span[1] > begin);
    return signs.slice(begin, end).some((sign, at) => !PUNCTUATION.test(sign) && !fitting.some(({ span }) => span[0] <= begin + at && span[1] > begin + at));
  });
};

/**
 * How many numbers of a page there are and how many finds of their categories, where a reader stands between and places say
 * nothing: what it misread stands nowhere on the page as it was drawn. Zones count by what is said in them.
 */
export const countedFinds = ({ marks }: Pick<SetText, 'marks'>, found: readonly { category: string }[]): { all: number; found: number } => {
  const asked = new Map<string, number>();
  for (const { kind } of marks) {
    const category = CATEGORY[kind]?.[0];
    if (category && kind !== 'mrz' && isNumberedKind(kind)) asked.set(category, (asked.get(category) ?? 0) + 1);
  }
  const counts = [...asked].map(([category, count]) => ({ count, given: found.filter((find) => find.category === category).length }));
  return { all: counts.reduce((sum, { count }) => sum + count, 0), found: counts.reduce((sum, { count, given }) => sum + Math.min(count, given), 0) };
};
