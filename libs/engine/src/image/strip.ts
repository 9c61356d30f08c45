import type { GreyImage } from './grey-image.js';
import { histogramOf, toneOf } from './histogram.js';

/** Of the page's height; a few lines of most pages. */
const SHARE = 0.14;
const LEAST_PX = 100;

/** The band of the page, over its whole width, that changes most between ink and paper: a few lines of its text. */
export const strip = (image: GreyImage): GreyImage => {
  const { width, height, grey } = image;
  const { threshold } = toneOf(histogramOf(image));
  const band = Math.min(height, Math.max(LEAST_PX, Math.round(height * SHARE)));
  const changes = new Uint32Array(height + 1);
  for (let y = 0; y < height; y++) {
    let count = 0;
    for (let at = y * width + 1; at < (y + 1) * width; at++) if ((grey[at] as number) < threshold !== (grey[at - 1] as number) < threshold) count++;
    changes[y + 1] = (changes[y] as number) + count;
  }
  let [from, most] = [0, -1];
  for (let top = 0; top + band <= height; top++) {
    const found = (changes[top + band] as number) - (changes[top] as number);
    if (found > most) [from, most] = [top, found];
  }
  return { width, height: band, grey: grey.slice(from * width, (from + band) * width) };
};
