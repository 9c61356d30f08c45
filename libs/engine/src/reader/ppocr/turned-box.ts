import type { TextBox } from './text-box.js';

/** Taller than wide by this much, a box holds text that runs down or up; a lone digit does not reach it. */
const TALL = 1.8;

export const isTall = ({ width, height }: TextBox): boolean => height > TALL * width;

/** The same box as text that runs along its other side, downwards. */
export const lyingBox = (box: TextBox): TextBox => ({ ...box, width: box.height, height: box.width, angle: box.angle + Math.PI / 2 });

/** The same box as text that stands on its head. */
export const flippedBox = (box: TextBox): TextBox => ({ ...box, angle: box.angle + Math.PI });
