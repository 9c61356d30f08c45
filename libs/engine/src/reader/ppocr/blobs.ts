import type { Point } from '../../reading.js';
import type { ProbabilityMap } from './probability-map.js';

/** Pixels that hang together. */
export interface Blob {
  /** The corners of the first and last pixel of every run, which is all a hull needs. */
  outline: Point[];
  pixels: number;
  /** Mean probability. */
  score: number;
}

interface Run {
  begin: number;
  /** Excluded. */
  end: number;
  y: number;
  sum: number;
  blob: number;
}

const runsOfRow = ({ width, values }: ProbabilityMap, y: number, threshold: number): Run[] => {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (let x = 0, at = y * width; x < width; x++, at++) {
    const value = values[at] ?? 0;
    if (value <= threshold) {
      run = null;
      continue;
    }
    if (!run) runs.push((run = { begin: x, end: x, y, sum: 0, blob: -1 }));
    run.end = x + 1;
    run.sum += value;
  }
  return runs;
};

/** Finds what hangs together above the threshold, corners included, in the order in which it begins from the top. */
export const blobsOf = (map: ProbabilityMap, threshold: number): Blob[] => {
  const parents: number[] = [];
  const rootOf = (blob: number): number => {
    let root = blob;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? root] ?? root;
    return root;
  };
  const all: Run[] = [];
  let above: Run[] = [];
  for (let y = 0; y < map.height; y++) {
    const runs = runsOfRow(map, y, threshold);
    let first = 0;
    for (const run of runs) {
      while ((above[first]?.end ?? Infinity) < run.begin) first++;
      for (let index = first; (above[index]?.begin ?? Infinity) <= run.end; index++) {
        const root = rootOf(above[index]?.blob ?? -1);
        if (run.blob === -1) run.blob = root;
        else if (rootOf(run.blob) < root) parents[root] = rootOf(run.blob);
        else parents[rootOf(run.blob)] = root;
      }
      if (run.blob === -1) parents.push((run.blob = parents.length));
    }
    all.push(...runs);
    above = runs;
  }
  const blobs = new Map<number, Blob>();
  for (const { begin, end, y, sum, blob } of all) {
    const root = rootOf(blob);
    const found = blobs.get(root) ?? { outline: [], pixels: 0, score: 0 };
    blobs.set(root, found);
    found.outline.push([begin, y], [end, y], [begin, y + 1], [end, y + 1]);
    found.pixels += end - begin;
    found.score += sum;
  }
  return [...blobs.values()].map((blob) => ({ ...blob, score: blob.score / blob.pixels }));
};
