import type { Raster } from './raster.js';

/** One thing that happens to a page. The seed decides where; the same seed does the same. May change the picture it is given. */
export type Wear = (raster: Raster, seed: number) => Raster | Promise<Raster>;

/** One after another, each with a seed of its own. */
export const worn = async (raster: Raster, seed: number, wears: readonly Wear[]): Promise<Raster> => {
  let picture = raster;
  for (const [index, wear] of wears.entries()) picture = await wear(picture, seed * 101 + index * 7919);
  return picture;
};
