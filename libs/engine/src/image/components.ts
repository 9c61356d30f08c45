import type { GreyImage } from './grey-image.js';

/** One piece of connected ink: its box, right and bottom excluded, and how many pixels it has. */
export interface Component {
  left: number;
  top: number;
  right: number;
  bottom: number;
  area: number;
}

/** Runs of ink joined with those they touch in the row above, by corners too. Pieces are numbered as they begin, and joined ones keep the lower number. */
class Pieces {
  readonly #parent: number[] = [];
  readonly #found: Component[] = [];

  start(y: number, left: number, right: number): number {
    this.#found.push({ left, top: y, right, bottom: y + 1, area: right - left });
    return this.#parent.push(this.#parent.length) - 1;
  }

  /** One more run of a piece that is there, in the row below. */
  extend(root: number, y: number, left: number, right: number): void {
    const found = this.#found[root] as Component;
    if (left < found.left) found.left = left;
    if (right > found.right) found.right = right;
    found.bottom = y + 1;
    found.area += right - left;
  }

  rootOf(piece: number): number {
    let root = piece;
    while (this.#parent[root] !== root) root = this.#parent[root] = this.#parent[this.#parent[root] as number] as number;
    return root;
  }

  /** The number of both from now on. */
  join(one: number, other: number): number {
    const [first, second] = [this.rootOf(one), this.rootOf(other)];
    if (first === second) return first;
    const [root, joined] = [Math.min(first, second), Math.max(first, second)];
    const [kept, gone] = [this.#found[root] as Component, this.#found[joined] as Component];
    this.#parent[joined] = root;
    kept.left = Math.min(kept.left, gone.left);
    kept.top = Math.min(kept.top, gone.top);
    kept.right = Math.max(kept.right, gone.right);
    kept.bottom = Math.max(kept.bottom, gone.bottom);
    kept.area += gone.area;
    return root;
  }

  all(): Component[] {
    return this.#found.filter((_, piece) => this.#parent[piece] === piece);
  }
}

/** Past so many pieces a picture is noise, and nothing said of letters in it would be true. */
const MOST_RUNS = 2_000_000;

/** The connected pieces of everything darker than the threshold. */
export const componentsOf = ({ width, height, grey }: GreyImage, threshold: number): Component[] => {
  const pieces = new Pieces();
  let above: number[] = [];
  let count = 0;
  for (let y = 0; y < height && count < MOST_RUNS; y++) {
    /** Left, right and piece of each run of this row, one after another. */
    const runs: number[] = [];
    const end = (y + 1) * width;
    let next = 0;
    for (let at = y * width; at < end; at++) {
      if ((grey[at] as number) >= threshold) continue;
      const left = at - y * width;
      while (at < end && (grey[at] as number) < threshold) at++;
      const right = at - y * width;
      while (next < above.length && (above[next + 1] as number) < left) next += 3;
      let piece = -1;
      for (let touching = next; touching < above.length && (above[touching] as number) <= right; touching += 3) {
        const other = above[touching + 2] as number;
        piece = piece < 0 ? pieces.rootOf(other) : pieces.join(piece, other);
      }
      if (piece < 0) piece = pieces.start(y, left, right);
      else pieces.extend(piece, y, left, right);
      runs.push(left, right, piece);
    }
    count += runs.length / 3;
    above = runs;
  }
  return pieces.all();
};
