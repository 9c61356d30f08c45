import type { Component } from './components.js';

export const widthOf = ({ left, right }: Component): number => right - left;
export const heightOf = ({ top, bottom }: Component): number => bottom - top;

const SMALLEST_PX = 4;
const LARGEST_SHARE = 0.2;
const THINNEST_INK = 0.08;

/** Pieces of ink that may be letters or parts of them: no dots, no rules, no frames, no pictures. */
export const lettersOf = (components: readonly Component[], pageWidth: number, pageHeight: number): Component[] => {
  const largest = Math.max(60, LARGEST_SHARE * Math.min(pageWidth, pageHeight));
  return components.filter((component) => {
    const [width, height] = [widthOf(component), heightOf(component)];
    const isSized = Math.max(width, height) >= SMALLEST_PX && height <= largest && width <= largest * 2;
    const isRule = width > height * 12 || height > width * 12;
    return isSized && !isRule && component.area >= 6 && component.area >= THINNEST_INK * width * height;
  });
};
