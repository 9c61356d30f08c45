import type { Find } from './finding.js';
import type { LabelKind } from './labels.js';
import { meant } from './look-alike.js';
import type { PageText } from './page-text.js';
import { isChance, isFlanked, isUnparted, jointsIn, shapeOf, windowsOf, type Window } from './runs.js';

/** Numbers that the ministry has given to mobile networks, by their first three digits. */
const MOBILE = /^1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/;
const LANDLINE = /^0(?:10|2[0-57-9])[2-8]\d{7}$|^0[3-9]\d{2}[2-8]\d{6,7}$/;
const AREA = /^0(?:10|2[0-57-9]|[3-9]\d{2})$/;
/** Lines of firms that anybody may call. */
const SERVICE = /^(?:[48]00\d{7}|95\d{3,4}|1[02]\d{3}|1(?:10|19|20|22))$/;
const NORTH_AMERICAN = /^1?[2-9]\d{2}[2-9]\d{6}$/;

const isWhole = (window: Window): boolean => {
  const joints = jointsIn(window);
  if (joints.length === 0) return !window.isCut;
  if (!isUnparted(window)) return false;
  const shape = shapeOf(window);
  if (shape === '3 4 4') return true;
  if (shape === '3 8' || shape === '7 4') return joints.every((joint) => joint !== 'unknown');
  // Marks elsewhere than people set them part an address of the network or a section.
  return joints.length <= 4 && joints.every((joint) => joint === 'near' || joint === 'paper') && !isFlanked(window);
};

const sureOfMobile = (window: Window, { digits, letters }: { digits: string; letters: number }, label: LabelKind | null): number => {
  if (!MOBILE.test(digits) || letters > 4 || label === 'number' || label === 'identity') return 0;
  if (label === 'phone') return jointsIn(window).includes('wide') ? 0 : 0.95;
  if (letters > 2 || !isWhole(window)) return 0;
  // Digits beside it may make it the end of a card's number.
  return isFlanked(window) ? 0.82 : 0.88;
};

const sureOfLandline = (window: Window, { digits, letters }: { digits: string; letters: number }, label: LabelKind | null): number => {
  if (!LANDLINE.test(digits) || letters > 2 || label === 'number') return 0;
  if (label === 'phone') return jointsIn(window).includes('wide') ? 0 : 0.93;
  const [area = '', ...local] = window.run.pieces.slice(window.first, window.last + 1).map((piece) => meant(piece.signs)?.digits ?? '');
  const joints = jointsIn(window);
  if (!AREA.test(area) || joints.includes('line') || joints.includes('wide')) return 0;
  // "(0737) 2 341 432" is a loss beside a gain; a local number has at most two parts.
  const isLocal = local.length === 1 || (local.length === 2 && (joints[1] === 'near' || local.every(({ length }) => length >= 3)));
  return isLocal ? 0.85 : 0;
};

const sureOfNorthAmerican = (window: Window, { digits, letters }: { digits: string; letters: number }, label: LabelKind | null, plain: string): number => {
  if (!NORTH_AMERICAN.test(digits) || SERVICE.test(digits) || label === 'number' || letters > 1 || !/^(?:1 )?3 3 4$/.test(shapeOf(window))) return 0;
  const joints = jointsIn(window);
  if (joints.includes('wide') || joints.includes('line')) return 0;
  const hasBrackets = plain[window.begin - 1] === '(' || plain.slice(window.begin, window.end).includes('(');
  return label === 'phone' || hasBrackets || joints.every((joint) => joint === 'mark') ? 0.85 : 0;
};

const sureOfLabelled = (window: Window, { digits, letters }: { digits: string; letters: number }, label: LabelKind | null): number => {
  if (label !== 'phone' || letters > 1 || digits.length > 13 || SERVICE.test(digits)) return 0;
  const joints = jointsIn(window);
  const before = window.run.joints[window.first];
  if (window.first > 0 && before !== 'wide' && before !== 'line') return 0;
  // Longer windows win, so that a number is not taken for its first half.
  return joints.includes('wide') || joints.includes('line') || window.isCut ? 0 : 0.6 + digits.length / 100;
};

const nationalFinds = ({ runs, labelled, plain, lone }: PageText): Find[] => {
  const finds: Find[] = [];
  const isColumn = isChance(lone, 11, (digits) => MOBILE.test(digits));
  for (const run of runs) {
    for (const window of windowsOf(run, 7, 15)) {
      const body = meant(window.signs);
      if (!body) continue;
      const { begin, end } = window;
      const label = labelled.at(begin);
      const add = (kind: Find['kind'], confidence: number): void => void (confidence > 0 && finds.push({ kind, begin, end, confidence }));
      const { digits } = body;
      if (digits.length === 11 && (label === 'phone' || !isColumn)) add('cn_mobile', sureOfMobile(window, body, label));
      const home = digits.replace(/^(?:00)?86/, '');
      if (home !== digits && home.length === 11) add('cn_mobile', sureOfMobile({ ...window, isCut: false }, { ...body, digits: home }, label));
      if (digits.length >= 10 && digits.length <= 12) add('cn_landline', sureOfLandline(window, body, label));
      if (digits.length === 10 || digits.length === 11) add('international_phone', sureOfNorthAmerican(window, body, label, plain));
      add('labelled_phone', sureOfLabelled(window, body, label));
    }
  }
  return finds;
};

/** ITU-T E.164: a plus, a country code, and no more than fifteen digits with it. */
const INTERNATIONAL = /\+ ?[0-9OoQDIlLiZSBbAGTgq]{1,15}(?:(?:[ .()-]{1,3}\n?|\n)[0-9OoQDIlLiZSBbAGTgq]{1,14}){0,9}(?![0-9A-Za-z])/g;
const COUNTRY = /^(?:1|7|2[07]|2[1-69]\d|3[0-469]|3[578]\d|4[013-9]|42\d|5[1-8]|50\d|59\d|6[0-6]|6[789]\d|8[1246]|8[0578]\d|9[0-58]|9[679]\d)/;
/** Digits with the country code, where a country has one length or two; numbers elsewhere have 9 to 15. */
const LENGTHS: Readonly<Record<string, readonly [least: number, most: number]>> = { '1': [11, 11], '7': [11, 11], '33': [11, 11], '34': [11, 11], '44': [11, 12], '49': [10, 14], '61': [11, 11], '65': [10, 10], '81': [11, 12], '82': [10, 12], '86': [11, 13], '852': [11, 11], '853': [11, 11], '886': [11, 12], '91': [12, 12] };

/** The digits of a number from its plus on, up to as many as its country allows, with the place after the last. */
const internationalAt = (text: string): { digits: string; length: number } | null => {
  const all = meant(text.replace(/[^0-9A-Za-z]/g, ''))?.digits ?? '';
  const [country] = COUNTRY.exec(all) ?? [];
  if (!country) return null;
  const [least, most] = LENGTHS[country] ?? [9, 15];
  let [digits, length] = ['', 0];
  for (const piece of text.matchAll(/[0-9A-Za-z]+/g)) {
    const next = digits + piece[0];
    // Words of such letters, as "Bob", end a number.
    if (next.length > most || (digits.length > 0 && piece[0].length > 2 && !/\d/.test(piece[0]))) break;
    if (text.slice(length, piece.index).includes('\n') && digits.length >= least) break;
    [digits, length] = [next, piece.index + piece[0].length];
  }
  return digits.length >= least ? { digits, length } : null;
};

const internationalFinds = ({ plain, labelled }: PageText): Find[] =>
  [...plain.matchAll(INTERNATIONAL)].flatMap(({ 0: text, index }) => {
    const found = internationalAt(text);
    if (!found || labelled.at(index) === 'number') return [];
    const isPhone = labelled.at(index) === 'phone';
    if (!isPhone && found.digits.length < 10) return [];
    return [{ kind: 'international_phone' as const, begin: index, end: index + found.length, confidence: isPhone ? 0.96 : 0.9 }];
  });

/** Telephone numbers: of the mainland, with a country code, North American by their form, and others by their label. */
export const phones = (page: PageText): Find[] => [...nationalFinds(page), ...internationalFinds(page)];
