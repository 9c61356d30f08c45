import type { Glyphs } from './glyphs.js';
import { isDigit, looksLikeDigit } from './look-alike.js';

/** Nothing that is looked for has more signs; what is longer is no number of a person and costs no time. */
export const MOST_SIGNS = 24;
/** Letters alone count as digits only in pieces as short as this. */
const MOST_LETTERS = 4;

/** Letters and digits without anything between them. */
export interface Piece {
  begin: number;
  end: number;
  signs: string;
}

/** What stands between two pieces of a number: a gap that is narrow, wide or not known, a hyphen, dot or bracket, or the end of a line. */
export type Joint = 'near' | 'wide' | 'unknown' | 'mark' | 'line' | 'paper';

/** Pieces that may be parts of one number. */
export interface Run {
  pieces: Piece[];
  /** The joint at each place stands before the piece of that place; the first is not used. */
  joints: Joint[];
}

/** Up to three marks and spaces, at most one of them the end of a line. */
const BETWEEN = /^(?! ?\n ?\n)[ \n.()·-]{1,3}$/;

const jointOf = (between: string, gap: ReturnType<Glyphs['gapAt']>): Joint => {
  if (between.includes('\n')) return gap === 'paper' ? 'paper' : 'line';
  if (/[^ ]/.test(between)) return 'mark';
  if (between.length > 1) return 'wide';
  return gap === 'paper' ? 'unknown' : gap;
};

const PIECES = /[A-Za-z0-9]+/g;

/** Pieces of a text that hold a digit, or nothing but letters that look like digits. */
const piecesOf = (plain: string): Piece[] => {
  const pieces: Piece[] = [];
  for (const { 0: signs, index } of plain.matchAll(PIECES)) {
    const isNumber = signs.length <= MOST_SIGNS && ([...signs].some(isDigit) || (signs.length <= MOST_LETTERS && ([...signs].every(looksLikeDigit) || /^[xX]$/.test(signs))));
    if (isNumber) pieces.push({ begin: index, end: index + signs.length, signs });
  }
  return pieces;
};

export const runsOf = ({ plain, gapAt }: Glyphs): Run[] => {
  const runs: Run[] = [];
  let last: Piece | undefined;
  for (const piece of piecesOf(plain)) {
    const between = last && piece.begin - last.end <= 3 ? plain.slice(last.end, piece.begin) : '';
    const run = runs.at(-1);
    if (last && run && BETWEEN.test(between) && !between.includes('\n\n')) {
      run.pieces.push(piece);
      run.joints.push(jointOf(between, gapAt(last.end)));
    } else runs.push({ pieces: [piece], joints: ['wide'] });
    last = piece;
  }
  return runs;
};

/** Numbers without letters that stand alone and of which nothing is said, by their length. */
export const loneNumbers = (runs: readonly Run[], isLabelled: (begin: number) => boolean): Map<number, string[]> => {
  const lone = new Map<number, string[]>();
  for (const { signs, begin } of runs.flatMap(({ pieces }) => pieces)) {
    if (!/^\d{9,}$/.test(signs) || isLabelled(begin)) continue;
    const alike = lone.get(signs.length);
    if (alike) alike.push(signs);
    else lone.set(signs.length, [signs]);
  }
  return lone;
};

/** Whether most lone numbers of a length are not of a kind, so that one that is may be so by chance. */
export const isChance = (lone: ReadonlyMap<number, readonly string[]>, length: number, isOfKind: (digits: string) => boolean): boolean => {
  const alike = lone.get(length) ?? [];
  return alike.length > 2 && alike.filter(isOfKind).length * 2 < alike.length;
};

/** Some pieces of a run that follow each other, as the signs of one number. */
export interface Window {
  run: Run;
  /** First and last piece, both included. */
  first: number;
  last: number;
  begin: number;
  end: number;
  signs: string;
  /** Whether letters before or after it were left out. */
  isCut: boolean;
}

/** Where a number may begin in its first piece and end in its last: "ID4401…" and "…8000ext" have letters that are not part of it. */
const beginsOf = ({ signs }: Piece): number[] => {
  const first = signs.search(/\d/);
  return first > 0 ? [0, first] : [0];
};
const endsOf = ({ signs }: Piece): number[] => {
  const length = signs.length - (/[^0-9]*$/.exec(signs)?.[0].length ?? 0);
  const ends = length > 0 && length < signs.length ? [signs.length, length] : [signs.length];
  return length > 0 && length + 1 < signs.length && /[xX]/.test(signs[length] ?? '') ? [...ends, length + 1] : ends;
};

/** Every window of a run with no fewer and no more signs. */
export function* windowsOf(run: Run, least: number, most: number): Generator<Window> {
  const { pieces } = run;
  for (const [first, head] of pieces.entries()) {
    for (const from of beginsOf(head)) {
      let before = '';
      for (let last = first; last < pieces.length; last++) {
        const piece = pieces[last];
        if (!piece || before.length >= most) break;
        const start = last === first ? from : 0;
        for (const to of endsOf(piece)) {
          const signs = before + piece.signs.slice(start, to);
          if (to <= start || signs.length < least || signs.length > most) continue;
          yield { run, first, last, begin: head.begin + from, end: piece.begin + to, signs, isCut: from > 0 || to < piece.signs.length };
        }
        before += piece.signs.slice(start);
      }
    }
  }
}

/** Lengths of the pieces of a window, such as 3, 4, 4. */
export const shapeOf = ({ run, first, last }: Window): string => run.pieces.slice(first, last + 1).map(({ signs }) => signs.length).join(' ');

/** What stands between the pieces of a window. */
export const jointsIn = ({ run, first, last }: Window): Joint[] => run.joints.slice(first + 1, last + 1);

/**
 * Whether no column parts its pieces, and the end of a line only inside running text: where columns stand beside it, the last
 * number of one row and the first of the next are two.
 */
export const isUnparted = (window: Window): boolean => {
  const { run, first, last } = window;
  const joints = jointsIn(window);
  if (joints.includes('wide') || joints.includes('line')) return false;
  return !joints.includes('paper') || ((first === 0 || run.joints[first] !== 'wide') && run.joints[last + 1] !== 'wide');
};

/** Whether digits stand right beside a window, so that it may be the middle of something else. */
export const isFlanked = ({ run, first, last }: Window): boolean => (first > 0 && run.joints[first] !== 'wide' && run.joints[first] !== 'line') || (last + 1 < run.pieces.length && run.joints[last + 1] !== 'wide' && run.joints[last + 1] !== 'line');
