import { hongKongCheck, identityCheck } from './check-digits.js';
import { isBirthday } from './dates.js';
import type { Find } from './finding.js';
import type { LabelKind } from './labels.js';
import { meant, repairedDigit } from './look-alike.js';
import type { PageText } from './page-text.js';
import { jointsIn, shapeOf, windowsOf, type Window } from './runs.js';

/** More look-alike letters than this are a word or a code, and no number that was misread. */
const MOST_LETTERS = 4;
/** In more pieces than this, and without a label, figures of a table add up to anything. */
const MOST_BREAKS = 3;

/** GB/T 2260: provinces, and 81 to 83 for residence permits. A card of a foreigner begins with 9 and the province. */
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]))/;
/** Prefectures of a province as the old numbers have them. */
const OLD_REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])(?:[0-3]\d|4[0-3]|5[12]|90)[0-8]\d/;

const dayIn = (digits: string, from: number, yearSigns: 2 | 4): boolean => {
  const year = Number(digits.slice(from, from + yearSigns)) + (yearSigns === 2 ? 1900 : 0);
  const monthAt = from + yearSigns;
  return isBirthday(year, Number(digits.slice(monthAt, monthAt + 2)), Number(digits.slice(monthAt + 2, monthAt + 4)));
};

const isIdentity = (digits: string, check: string): boolean => REGION.test(digits) && dayIn(digits, 6, 4) && identityCheck(digits) === check;

const IDENTITY_LABELS: ReadonlySet<LabelKind | null> = new Set(['identity', 'document']);

/** How sure it is that 18 signs are an identity number; 0 when they are none. */
const sureOf18 = (window: Window, label: LabelKind | null): number => {
  const { signs, first, last } = window;
  const isLabelled = IDENTITY_LABELS.has(label);
  if (!isLabelled && (last - first > MOST_BREAKS || jointsIn(window).includes('wide'))) return 0;
  const sign = signs.slice(-1);
  const isX = /[xXkKY]/.test(sign);
  const body = meant(signs.slice(0, 17));
  const check = isX ? { digits: 'X', letters: sign.toUpperCase() === 'X' ? 0 : 1 } : meant(sign);
  if (!body || !check || body.letters + check.letters > MOST_LETTERS) return 0;
  if (isIdentity(body.digits, check.digits)) return label === 'number' ? 0.8 : 0.99;
  if (label === 'number') return 0;
  if (repairedDigit(body.digits, (digits) => isIdentity(digits, check.digits)) !== null) return isLabelled ? 0.97 : 0.9;
  if (REGION.test(body.digits) && dayIn(body.digits, 6, 4)) {
    if (isLabelled) return 0.85;
    // The check sign itself was misread: there is nothing else to prove the number, so only a look-alike goes.
    return repairedDigit(check.digits, (digit) => isIdentity(body.digits, digit)) !== null ? 0.7 : 0;
  }
  return label === 'identity' ? 0.6 : 0;
};

const sureOf15 = ({ signs, isCut, first, last }: Window, label: LabelKind | null): number => {
  const body = meant(signs);
  if (!body || body.letters > 2 || label === 'number') return 0;
  const isPlausible = OLD_REGION.test(body.digits) && dayIn(body.digits, 6, 2);
  if (IDENTITY_LABELS.has(label)) return isPlausible ? 0.95 : 0.6;
  return isPlausible && first === last && !isCut && body.letters === 0 && label === null ? 0.6 : 0;
};

/** One sign lost or doubled by the reader: only a label tells. */
const sureOfMisread = ({ signs }: Window): number => {
  const body = meant(signs.slice(0, -1));
  return body && body.letters <= MOST_LETTERS && REGION.test(body.digits) ? 0.6 : 0;
};

const sureOfSecurity = (window: Window, label: LabelKind | null): number => {
  const body = meant(window.signs);
  const isAllowed = body && body.letters <= 4 && /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(body.digits);
  if (!isAllowed || label === 'number' || label === 'phone') return 0;
  const isForm = shapeOf(window) === '3 2 4' && jointsIn(window).every((joint) => joint === 'mark') && !window.isCut;
  if (label === 'security') return isForm ? 0.96 : 0.8;
  return isForm && body.letters <= 1 ? 0.75 : 0;
};

const HONG_KONG = /(?<![A-Za-z0-9])([A-Z]{1,2}) ?([0-9OIlSB]{6}) ?\( ?([0-9AO]) ?\)/g;

const hongKongFinds = ({ plain }: PageText): Find[] =>
  [...plain.matchAll(HONG_KONG)].flatMap(({ 0: all, 1: letters = '', 2: raw = '', 3: check = '', index }) => {
    const digits = meant(raw)?.digits ?? '';
    const isRight = hongKongCheck(letters, digits) === check.replace('O', '0');
    return isRight ? [{ kind: 'hk_identity' as const, begin: index, end: index + all.length, confidence: 0.95 }] : [];
  });

/** Identity numbers of the mainland, new and old, of Hong Kong, and social security numbers of the United States. */
export const identityNumbers = (page: PageText): Find[] => {
  const finds = hongKongFinds(page);
  for (const run of page.runs) {
    for (const window of windowsOf(run, 9, 19)) {
      const { begin, end, signs } = window;
      const length = signs.length;
      const label = page.labelled.at(begin);
      const add = (kind: Find['kind'], confidence: number): void => void (confidence > 0 && finds.push({ kind, begin, end, confidence }));
      if (length === 18) add('cn_identity_18', sureOf18(window, label));
      else if (length === 15) add('cn_identity_15', sureOf15(window, label));
      else if ((length === 17 || length === 19) && label === 'identity') add('cn_identity_18', sureOfMisread(window));
      else if (length === 9) add('us_social_security', sureOfSecurity(window, label));
    }
  }
  return finds;
};
