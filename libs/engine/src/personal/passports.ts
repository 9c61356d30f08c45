import type { Find } from './finding.js';
import { meant } from './look-alike.js';
import type { PageText } from './page-text.js';

/** Ordinary (E, G), diplomatic, service and official passports, and those of Hong Kong and Macao. */
const CHINESE = /^(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7}|[DSP]E?\d{7,8}|[KH]\d{8}|HJ?\d{8}|KJ\d{7}|M[AB]?\d{7,8})$/;
/** Cards for travel to Hong Kong, Macao and Taiwan and from there. */
const PERMIT = /^(?:[CWLT]\d{8}|C[A-Z]\d{7}|[HM]\d{8}(?:\d{2})?|\d{8})$/;
/** What passports of the world's states carry: up to two letters and six to nine signs, most of them digits. */
const ANY = /^(?:[A-Z]{0,2}\d{6,9}|[A-Z]\d{2}[A-Z]\d{4,5}|[A-Z0-9]{9})$/;

const MENTION = /护\s?照|passport|出入境|签\s?证|\bvisa\b/i;
const [LEAST, MOST] = [7, 11];

const WORDS = /[A-Za-z0-9]+/g;
/** A number that a reader broke, from its first word on. */
const TOKEN = /^[A-Za-z0-9]{1,11}(?:(?:[ -]\n?|\n)[A-Za-z]{0,2}\d[A-Za-z0-9]{0,9}){0,4}/;

/** The signs as they were meant: capitals in front, and after them digits where letters look like such. */
const meantAfter = (signs: string, letters: number): string => {
  const rest = meant(signs.slice(letters));
  return signs.slice(0, letters).toUpperCase() + (rest && rest.letters <= 3 ? rest.digits : signs.slice(letters).toUpperCase());
};

const readingsOf = (signs: string): string[] => [0, 1, 2].map((letters) => meantAfter(signs, letters));

const isAny = (signs: string): boolean => ANY.test(signs) && signs.replace(/\D/g, '').length >= 5;

/** The first words of a token that hold a number together, longest first, and first of all those on one line. */
const startsOf = (token: string): { signs: string; length: number }[] => {
  const starts: { signs: string; length: number }[] = [];
  let signs = '';
  for (const word of token.matchAll(/[A-Za-z0-9]+/g)) {
    signs += word[0];
    if (signs.length > MOST) break;
    if (signs.length >= LEAST) starts.unshift({ signs, length: word.index + word[0].length });
  }
  const isBroken = ({ length }: { length: number }): number => Number(token.slice(0, length).includes('\n'));
  return starts.sort((one, other) => isBroken(one) - isBroken(other));
};

const firstThat = (token: string, isRight: (signs: string) => boolean): number | null => startsOf(token).find(({ signs }) => readingsOf(signs).some(isRight))?.length ?? null;

/** Numbers of passports and travel permits: by their label, or of a Chinese form on a page that speaks of passports. */
export const passports = ({ plain, labelled }: PageText): Find[] => {
  const isMentioned = MENTION.test(plain);
  const finds: Find[] = [];
  const add = (kind: Find['kind'], begin: number, length: number | null, confidence: number): boolean => {
    if (length !== null) finds.push({ kind, begin, end: begin + length, confidence });
    return length !== null;
  };
  let last = 0;
  for (const { 0: word, index: begin } of plain.matchAll(WORDS)) {
    const label = begin < last || word.length > MOST ? 'number' : labelled.at(begin);
    const isNumber = label === 'passport' || label === 'document' || label === 'permit';
    if (!isNumber && (label === 'number' || !isMentioned || !/^[A-Za-z]\d/.test(word))) continue;
    const token = TOKEN.exec(plain.slice(begin, begin + 2 * MOST))?.[0] ?? word;
    const isFound =
      label === 'permit'
        ? add('travel_permit', begin, firstThat(token, (signs) => PERMIT.test(signs)), 0.92)
        : isNumber
          ? add('passport', begin, firstThat(token, (signs) => CHINESE.test(signs)), 0.95) || add('passport', begin, firstThat(token, isAny), 0.85)
          : add('passport', begin, firstThat(token, (signs) => /^[A-Z]/.test(signs) && CHINESE.test(signs)), 0.8);
    if (isFound) last = finds.at(-1)?.end ?? last;
  }
  return finds;
};
