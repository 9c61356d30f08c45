/** Letters that readers give for digits, and the digit each stands for. */
const DIGIT_OF: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', D: '0', l: '1', I: '1', i: '1', L: '1', Z: '2', z: '2', A: '4', S: '5', s: '5', G: '6', b: '6', T: '7', B: '8', g: '9', q: '9' };

/** Letters that a sign of a number written in capitals and digits may stand for, when a check digit says it is wrong. */
const OTHER_OF: Readonly<Record<string, string>> = { '0': 'OQD', O: '0', Q: '0', D: '0', '1': 'IL', I: '1', L: '1', '2': 'Z', Z: '2', '4': 'A', A: '4', '5': 'S', S: '5', '6': 'G', G: '6', '7': 'T', T: '7', '8': 'B', B: '8', '9': 'G' };

/** Digits that readers take for one another. */
const CONFUSED: Readonly<Record<string, string>> = { '0': '8696', '1': '74', '2': '7', '3': '8592', '4': '19', '5': '3689', '6': '8508', '7': '129', '8': '36095', '9': '8407' };

/** A number as it was meant: letters read as the digits they look like. Null with a letter that looks like none. */
export interface Meant {
  digits: string;
  /** How many signs were letters. */
  letters: number;
}

export const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';

export const looksLikeDigit = (sign: string): boolean => isDigit(sign) || DIGIT_OF[sign] !== undefined;

export const meant = (raw: string): Meant | null => {
  let [digits, letters] = ['', 0];
  for (const sign of raw) {
    if (isDigit(sign)) digits += sign;
    else {
      const digit = DIGIT_OF[sign];
      if (digit === undefined) return null;
      digits += digit;
      letters++;
    }
  }
  return { digits, letters };
};

const replacedAt = (text: string, at: number, sign: string): string => text.slice(0, at) + sign + text.slice(at + 1);

const repairedBy = (text: string, others: Readonly<Record<string, string>>, isRight: (text: string) => boolean): string | null => {
  for (let at = 0; at < text.length; at++) {
    for (const other of others[text[at] ?? ''] ?? '') {
      const repaired = replacedAt(text, at, other);
      if (isRight(repaired)) return repaired;
    }
  }
  return null;
};

/** The number with one digit taken for another that it is often confused with, so that it becomes right; null when none does. */
export const repairedDigit = (digits: string, isRight: (digits: string) => boolean): string | null => repairedBy(digits, CONFUSED, isRight);

/** The same for signs that may be capitals or digits. */
export const repairedSign = (signs: string, isRight: (signs: string) => boolean): string | null => repairedBy(signs, OTHER_OF, isRight);
