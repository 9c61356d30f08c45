import type { ShownWord } from './reading-page.js';

/** Words that stand close together, to be set as one. */
export interface Stretch {
  text: string;
  /** The run's: where its baseline begins, how it lies, how high its type is. */
  left: number;
  baseline: number;
  degrees: number;
  height: number;
  /** Along the baseline, from its beginning. */
  offset: number;
  width: number;
}

/** A gap this wide, in heights of the type, is a column or a tab rather than a space between words. */
const GAP_HEIGHTS = 0.9;

/** The place of a word along the baseline of its run. */
const placeOf = ({ polygon: [begin, end], run: [topLeft, topRight, , bottomLeft] }: ShownWord) => {
  const angle = Math.atan2(topRight[1] - topLeft[1], topRight[0] - topLeft[0]);
  const along = (point: readonly [number, number]) => (point[0] - topLeft[0]) * Math.cos(angle) + (point[1] - topLeft[1]) * Math.sin(angle);
  const height = Math.hypot(bottomLeft[0] - topLeft[0], bottomLeft[1] - topLeft[1]);
  return { left: bottomLeft[0], baseline: bottomLeft[1], degrees: (angle * 180) / Math.PI, height, offset: along(begin), end: along(end) };
};

/**
 * The words of a line in stretches, for setting them where they stood.
 * Words are not set one by one, for single characters of Chinese are found less exactly than the whole they stand in; nor whole runs, for a run may cross columns.
 */
export const stretchesOf = (words: readonly ShownWord[]): Stretch[] => {
  const stretches: Stretch[] = [];
  let run: ShownWord['run'] | null = null;
  for (const word of words) {
    const { end, ...place } = placeOf(word);
    const last = stretches.at(-1);
    if (last && run === word.run && place.offset - (last.offset + last.width) <= place.height * GAP_HEIGHTS) {
      last.text += word.before + word.text;
      last.width = Math.max(last.width, end - last.offset);
    } else stretches.push({ ...place, text: word.text, width: end - place.offset });
    run = word.run;
  }
  return stretches;
};
