import type { Polygon } from '../reading.js';
import type { Box } from './found.js';

/** A box as the four corners the contract speaks of, so that turned text can be told in the same shape later. */
export const polygonOf = ({ left, top, width, height }: Box): Polygon => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];
