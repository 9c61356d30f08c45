import type { GreyImage } from '../image/grey-image.js';
import { histogramOf, toneOf } from '../image/histogram.js';
import type { Layout } from './gutters.js';

/** Of the page's ink, that must stand above the parting and below it. */
const LEAST_SHARE = 0.4;
/** Lower than this, what looks like white between two lines may be the middle of one. */
const LEAST_PX = 3;

/**
 * The row at which a page falls in two of about the same ink: the middle of the highest white that runs across the whole page there, which is
 * between paragraphs where it can be. Not through columns, which are read one after the other; null where no such white is.
 */
export const partingOf = (image: GreyImage, { isDivided }: Pick<Layout, 'isDivided'>): number | null => {
  const { width, height, grey } = image;
  const { threshold } = toneOf(histogramOf(image));
  const inkAbove = new Float64Array(height + 1);
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    let count = 0;
    for (let at = y * width; at < end; at++) if ((grey[at] as number) < threshold) count++;
    inkAbove[y + 1] = (inkAbove[y] as number) + count;
  }
  const all = inkAbove[height] as number;
  let [parting, highest] = [null as number | null, LEAST_PX - 1];
  for (let top = 0, y = 0; y < height; y++) {
    if (inkAbove[y + 1] === inkAbove[y]) continue;
    const share = (inkAbove[y] as number) / all;
    const middle = Math.floor((top + y) / 2);
    if (y - top > highest && share >= LEAST_SHARE && share <= 1 - LEAST_SHARE && !isDivided(middle)) [parting, highest] = [middle, y - top];
    top = y + 1;
  }
  return parting;
};
