import type { GreyImage } from './grey-image.js';

/** White for black and black for white. */
export const inverted = ({ width, height, grey }: GreyImage): GreyImage => ({ width, height, grey: grey.map((level) => 255 - level) });
