import type { GreyImage } from './grey-image.js';

/** One piece of connected ink: its box, right and bottom excluded, and how many pixels it has. */
export interface Component {
  left: number;
  top: number;
  right: number;
  bottom: number;
  area: number;
}

/** Runs of ink joined with those they touch in the row above, by corners too. Each piece is known by its first run. */
class Pieces {
  readonly #parent: number[] = [];
  readonly #found: Component[] = [];

  start(y: number, left: number, right: number): number {
    this.#found.push({ left, top: y, right, bottom: y + 1, area: right - left });
    return this.#parent.push(this.#parent.length) - 1;
  }

  rootOf(piece: number): number {
    let root = piece;
    while (this.#parent[root] !== root) root = this.#parent[root] = this.#parent[this.#parent[root] as number] as number;
    return root;
  }

  join(one: number, other: number): void {
    const [first, second] = [this.rootOf(one), this.rootOf(other)];
    if (first === second) return;
    const [kept, gone] = [this.#found[Math.min(first, second)] as Component, this.#found[Math.max(first, second)] as Component];
    this.#parent[Math.max(first, second)] = Math.min(first, second);
    kept.left = Math.min(kept.left, gone.left);
    kept.top = Math.min(kept.top, gone.top);
    kept.right = Math.max(kept.right, gone.right);
    kept.bottom = Math.max(kept.bottom, gone.bottom);
    kept.area += gone.area;
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
      const piece = pieces.start(y, left, right);
      while (next < above.length && (above[next + 1] as number) < left) next += 3;
      for (let touching = next; touching < above.length && (above[touching] as number) <= right; touching += 3) pieces.join(piece, above[touching + 2] as number);
      runs.push(left, right, piece);
    }
    count += runs.length / 3;
    above = runs;
  }
  return pieces.all();
};
