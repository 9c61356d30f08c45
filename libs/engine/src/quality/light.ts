import type { Tile, Tiles } from './tiles.js';

/** Difference of brightness from which a tile holds ink, and not just grain. */
const LEAST_INK = 24;
/** Fewest tiles that say something of a page. */
const FEWEST_TILES = 4;

const sorted = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);
const at = (values: readonly number[], share: number): number => sorted(values)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;

const rangeOf = ({ darkest, brightest }: Tile): number => brightest - darkest;

const isInked = (tile: Tile): boolean => rangeOf(tile) >= LEAST_INK;

/** Grain alone makes empty tiles look faintly inked, so those with letters are the upper ones. */
const USUAL = 0.75;

/** 0 to 1: how far ink stands from paper where there is ink; null on a page without any. Dark pages count alike. */
export const contrastOf = ({ tiles }: Tiles): number | null => {
  const inked = tiles.filter(isInked);
  return inked.length === 0 ? null : Number((at(inked.map(rangeOf), USUAL) / 255).toFixed(3));
};

/** How far the darkest tenth of the paper lies below the brightest, as a share of the brightest. */
const MOST_SHADE = 0.35;
/** Where paper ends and desk begins brightness falls from one tile to the next; a shadow takes several. */
const STEEP = 0.22;

/** Whether light falls off over the page. Bars and pictures are dark too, but their edges are steep. */
export const isUneven = ({ columns, tiles }: Tiles): boolean => {
  const inked = tiles.flatMap((tile, index) => (isInked(tile) ? [index] : []));
  if (inked.length < FEWEST_TILES) return false;
  const paper = (index: number): number => tiles[index]?.paper ?? 0;
  const brightest = at(inked.map(paper), 0.9);
  const isSmooth = (index: number): boolean =>
    [index - 1, index + 1, index - columns, index + columns].every((other) => tiles[other] === undefined || Math.abs(paper(other) - paper(index)) <= STEEP * brightest);
  const smooth = inked.filter(isSmooth);
  return smooth.length >= FEWEST_TILES && smooth.length >= inked.length / 2 && brightest - at(smooth.map(paper), 0.1) > MOST_SHADE * brightest;
};

/** Paper in a photograph is never burnt out as a whole; on a scan it is, and says nothing. */
const BRIGHTEST_PAPER = 235;
const [BURNT_TILE, FEWEST_BURNT, MOST_BURNT_SHARE] = [0.5, 2, 0.25];

/** The tiles that hang together with one, as long as each is burnt. */
const blotFrom = (first: number, isBurnt: (index: number) => boolean, columns: number, seen: Set<number>): number[] => {
  const blot = [first];
  seen.add(first);
  for (const index of blot) {
    const sides = [index - columns, index + columns, ...(index % columns > 0 ? [index - 1] : []), ...(index % columns < columns - 1 ? [index + 1] : [])];
    for (const side of sides) {
      if (seen.has(side) || !isBurnt(side)) continue;
      seen.add(side);
      blot.push(side);
    }
  }
  return blot;
};

/** Whether a light is reflected somewhere: a blot of pure white with greyer paper all around. Towards an edge it is the light itself that grows. */
export const hasGlare = ({ columns, rows, tiles }: Tiles): boolean => {
  const inked = tiles.filter(isInked);
  if (inked.length < FEWEST_TILES || at(inked.map(({ paper }) => paper), 0.5) > BRIGHTEST_PAPER) return false;
  const isBurnt = (index: number): boolean => (tiles[index]?.burnt ?? 0) >= BURNT_TILE;
  const isOnEdge = (index: number): boolean => index < columns || index >= columns * (rows - 1) || index % columns === 0 || index % columns === columns - 1;
  const seen = new Set<number>();
  return tiles.some((_, index) => {
    if (seen.has(index) || !isBurnt(index)) return false;
    const blot = blotFrom(index, isBurnt, columns, seen);
    return blot.length >= FEWEST_BURNT && blot.length <= MOST_BURNT_SHARE * tiles.length && !blot.some(isOnEdge);
  });
};
