import { passesLuhn } from './check-digits.js';
import type { Find } from './finding.js';
import type { LabelKind } from './labels.js';
import { meant } from './look-alike.js';
import type { PageText } from './page-text.js';
import { isChance, isFlanked, isUnparted, jointsIn, shapeOf, windowsOf, type Window } from './runs.js';

/**
 * Issuers by their first digits, with the lengths of their numbers (ISO/IEC 7812-1 and the networks' own tables): UnionPay, its
 * older debit cards, Visa, Mastercard, American Express, JCB, Discover, Diners.
 */
const ISSUERS: readonly (readonly [first: RegExp, lengths: RegExp])[] = [
  [/^62/, /^1[6-9]$/],
  [/^(?:955(?:8|9)\d|60(?:1428|1382|3367|3601|3708)|62|(?:436742|456351|421349|405512|458123|412987|427020|622))/, /^1[69]$/],
  [/^4/, /^16$/],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, /^16$/],
  [/^3[47]/, /^15$/],
  [/^35(?:2[89]|[3-8])/, /^16$/],
  [/^6(?:011|4[4-9]|5)/, /^16$/],
  [/^3(?:0[0-5]|[689])/, /^14$/],
];

const isIssued = (digits: string): boolean => ISSUERS.some(([first, lengths]) => first.test(digits) && lengths.test(String(digits.length)));

/** ISO/IEC 7812-1: numbers have 12 to 19 digits; shorter ones than 15 are too common to be known without a label. */
const LEAST_DIGITS = 12;

const isCard = (digits: string): boolean => isIssued(digits) && passesLuhn(digits);

/** As cards are printed: fours with a rest, six and the rest, or American Express. */
const SHAPES = /^(?:\d{2}|4 4 4 4(?: [1-3])?|4 4 4 [3-7]|6 (?:10|13)|4 6 [45]|4 4 4 4 3)$/;

/** Whether its pieces stand together as those of one number do. */
const holdsTogether = (window: Window): boolean => {
  if (!isUnparted(window)) return false;
  return SHAPES.test(shapeOf(window)) || (!isFlanked(window) && jointsIn(window).every((joint) => joint === 'near' || joint === 'paper'));
};

const sureOf = (window: Window, label: LabelKind | null): number => {
  const body = meant(window.signs);
  if (!body || body.letters > 3) return 0;
  const { digits, letters } = body;
  const isRight = isCard(digits);
  if (label === 'card') {
    if (isRight) return 0.98;
    // Luhn cannot say which digit was misread; the label says that this is a card all the same.
    return digits.length >= LEAST_DIGITS && !jointsIn(window).includes('wide') ? 0.5 + digits.length / 100 : 0;
  }
  if (!isRight || label === 'number' || label === 'identity') return 0;
  if (digits.length < 15 || letters > 2) return 0;
  return holdsTogether(window) ? (shapeOf(window).startsWith('4 4') ? 0.92 : 0.85) : 0;
};

/** Numbers of payment cards. */
export const bankCards = ({ runs, labelled, lone }: PageText): Find[] => {
  const finds: Find[] = [];
  for (const run of runs) {
    for (const window of windowsOf(run, LEAST_DIGITS, 19)) {
      const label = labelled.at(window.begin);
      const confidence = sureOf(window, label);
      const isByChance = confidence > 0 && label !== 'card' && window.first === window.last && isChance(lone, window.signs.length, isCard);
      if (confidence > 0 && !isByChance) finds.push({ kind: 'bank_card', begin: window.begin, end: window.end, confidence });
    }
  }
  return finds;
};
