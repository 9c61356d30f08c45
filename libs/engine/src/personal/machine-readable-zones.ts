import { travelCheck } from './check-digits.js';
import { isBirthday } from './dates.js';
import type { Find } from './finding.js';
import { meant, repairedSign } from './look-alike.js';
import type { PageText } from './page-text.js';

/** ICAO 9303: lines have 30, 36 or 44 signs; a reader may lose or double some fillers at the end. */
const [LEAST, MOST] = [26, 48];

interface ZoneLine {
  begin: number;
  end: number;
  /** Without spaces, in capitals. */
  signs: string;
  /** Where each sign stands on the page. */
  places: number[];
}

const zoneLinesOf = (plain: string): ZoneLine[] => {
  const lines: ZoneLine[] = [];
  let begin = 0;
  for (const text of plain.split('\n')) {
    if (text.length >= LEAST && text.length <= 2 * MOST) {
      const places = [...text].flatMap((sign, at) => (sign === ' ' ? [] : [begin + at]));
      const signs = text.replace(/ /g, '').toUpperCase();
      if (signs.length >= LEAST && signs.length <= MOST && /^[A-Z0-9<]{26,}[A-Z0-9<.\-(]*$/.test(signs)) lines.push({ begin, end: begin + text.length, signs, places });
    }
    begin += text.length + 1;
  }
  return lines;
};

/** Where a line of data has its fields. */
interface Fields {
  number?: number;
  birth?: number;
  expiry?: number;
}
const TWO_LINES: Fields = { number: 0, birth: 13, expiry: 21 };
const FIRST_OF_THREE: Fields = { number: 5 };
const SECOND_OF_THREE: Fields = { birth: 0, expiry: 8 };

const digitAt = (signs: string, at: number): string => meant(signs[at] ?? '')?.digits ?? '';

const isNumber = (signs: string, at: number): boolean => {
  const [field, check] = [signs.slice(at, at + 9), digitAt(signs, at + 9)];
  const isRight = (candidate: string): boolean => travelCheck(candidate) === check;
  return /\d/.test(field) && (isRight(field) || repairedSign(field, isRight) !== null);
};

const isDate = (signs: string, at: number): boolean => {
  const date = meant(signs.slice(at, at + 6))?.digits ?? '';
  return date.length === 6 && travelCheck(date) === digitAt(signs, at + 6) && isBirthday(2000, Number(date.slice(2, 4)), Number(date.slice(4)));
};

/** How many fields of a line have the check digit they need. */
const proofsOf = (signs: string, { number, birth, expiry }: Fields): number =>
  Number(number !== undefined && isNumber(signs, number)) + Number(birth !== undefined && isDate(signs, birth)) + Number(expiry !== undefined && isDate(signs, expiry));

const NAMES = /^[PVIAC][A-Z0-9<]?[A-Z<]{3}[A-Z0]+<{1,2}[A-Z0<]*<{3,}/;
const NAMES_ALONE = /^[A-Z]+(?:<[A-Z]+)*<<[A-Z<]*<{2,}$/;

const find = ({ begin, end }: { begin: number; end: number }, confidence: number, category?: Find['category']): Find => ({ kind: 'mrz', begin, end, confidence, ...(category && { category }) });

const birthIn = ({ places, begin }: ZoneLine, at: number): { begin: number; end: number } => ({ begin: places[at] ?? begin, end: (places[at + 6] ?? begin) + 1 });

const twoLineFinds = (line: ZoneLine, before: ZoneLine | undefined): Find[] => {
  const proofs = proofsOf(line.signs, TWO_LINES);
  const names = before && NAMES.test(before.signs) ? before : undefined;
  if (proofs < 2 && !(names && proofs + Number(/^[A-Z0-9<]{10}[A-Z<]{3}/.test(line.signs)) >= 1)) return [];
  const confidence = proofs > 1 ? 0.99 : 0.85;
  return [...(names ? [find(names, confidence, 'name')] : []), find(line, confidence), find(birthIn(line, 13), confidence, 'date_of_birth')];
};

const threeLineFinds = (first: ZoneLine, second: ZoneLine | undefined, third: ZoneLine | undefined): Find[] => {
  if (!second || !/^[ACI]/.test(first.signs)) return [];
  const proofs = proofsOf(first.signs, FIRST_OF_THREE) + proofsOf(second.signs, SECOND_OF_THREE);
  if (proofs < 2) return [];
  const names = third && NAMES_ALONE.test(third.signs) ? [find(third, 0.99, 'name')] : [];
  return [find(first, 0.99, 'identity_number'), find(second, 0.99, 'identity_number'), find(birthIn(second, 0), 0.99, 'date_of_birth'), ...names];
};

/** Machine-readable zones of passports, visas and cards, known by the check digits of their fields. Whole lines are found. */
export const machineReadableZones = ({ plain }: PageText): Find[] => {
  if (!plain.includes('<')) return [];
  const lines = zoneLinesOf(plain);
  return lines.flatMap((line, at) => {
    const two = twoLineFinds(line, lines[at - 1]);
    return two.length > 0 ? two : threeLineFinds(line, lines[at + 1], lines[at + 2]);
  });
};
