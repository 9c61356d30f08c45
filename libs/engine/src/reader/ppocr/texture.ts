import type { FoundWord } from '../../text/found.js';

/** Halftone, shading and specks come out as rows of such marks. */
const MARKS = /^[.·•,'’"‘“”:;…\-–—~`_|。、]+$/u;
/** Less sure marks than these are texture, and so is a whole line less sure than the second. Of true text, however worn, next to nothing is. */
const [LEAST_SURE_MARKS, LEAST_SURE_LINE] = [0.6, 0.4];

/** The words of a line without those that are nothing but texture of the paper; none when all of it is. */
export const withoutTexture = (words: readonly FoundWord[]): FoundWord[] => {
  const left = words.filter(({ text, confidence }) => confidence >= LEAST_SURE_MARKS || !MARKS.test(text));
  const lengths = left.map(({ text }) => [...text].length);
  const sure = left.reduce((sum, { confidence }, index) => sum + confidence * (lengths[index] ?? 0), 0);
  return sure >= LEAST_SURE_LINE * lengths.reduce((sum, length) => sum + length, 0) ? left : [];
};
