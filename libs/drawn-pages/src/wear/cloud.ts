import { noise } from '../noise.js';

const SIDE = 64;

/** A field of soft spots between 0 and 1, each about so many pixels wide: how stains, pressure and light vary over a page. */
export const cloud = (seed: number, spotPx: number): ((x: number, y: number) => number) => {
  const next = noise(seed);
  const spots = Float32Array.from({ length: SIDE * SIDE }, next);
  const at = (column: number, row: number): number => spots[(row & (SIDE - 1)) * SIDE + (column & (SIDE - 1))] ?? 0;
  return (x, y) => {
    const [u, v] = [x / spotPx, y / spotPx];
    const [column, row] = [Math.floor(u), Math.floor(v)];
    const [right, down] = [u - column, v - row];
    const [easeX, easeY] = [right * right * (3 - 2 * right), down * down * (3 - 2 * down)];
    const upper = at(column, row) * (1 - easeX) + at(column + 1, row) * easeX;
    const lower = at(column, row + 1) * (1 - easeX) + at(column + 1, row + 1) * easeX;
    return upper * (1 - easeY) + lower * easeY;
  };
};
