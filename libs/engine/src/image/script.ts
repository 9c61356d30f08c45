import type { Component } from './components.js';
import type { GreyImage } from './grey-image.js';

/**
 * How crowded letters are from top to bottom: of all strokes met on the way down through each column of a letter,
 * the share that have another close above them within the letter's height. Latin has few crossbars; Han is made of them.
 */
export const crowding = ({ width, grey }: GreyImage, threshold: number, letters: readonly Component[], textHeightPx: number): number => {
  const near = Math.max(2, textHeightPx * 0.45);
  let [strokes, stacked] = [0, 0];
  for (const { left, right, top, bottom } of letters) {
    for (let x = left; x < right; x++) {
      let lastInk = -Infinity;
      let isInk = false;
      for (let y = top; y < bottom; y++) {
        const inked = (grey[y * width + x] as number) < threshold;
        if (inked && !isInk) {
          strokes++;
          if (y - lastInk <= near) stacked++;
        }
        if (inked) lastInk = y;
        isInk = inked;
      }
    }
  }
  return strokes ? stacked / strokes : 0;
};
