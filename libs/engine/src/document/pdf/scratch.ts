import type { Pdfium } from './pdfium.js';

const BYTES = 64;

/** A few bytes in pdfium's memory for the answers that it writes to where it is told. */
export class Scratch {
  readonly at: number;
  readonly #pdfium: Pdfium;
  #lastView: DataView | null = null;

  constructor(pdfium: Pdfium) {
    this.#pdfium = pdfium;
    this.at = pdfium._malloc(BYTES);
  }

  /** The memory moves when it grows, and then has to be looked at anew. */
  get #view(): DataView {
    const { buffer } = this.#pdfium.HEAPU8;
    if (this.#lastView?.buffer !== buffer) this.#lastView = new DataView(buffer, this.at, BYTES);
    return this.#lastView;
  }

  int(index: number): number {
    return this.#view.getInt32(index * 4, true);
  }

  double(index: number): number {
    return this.#view.getFloat64(index * 8, true);
  }

  float(index: number): number {
    return this.#view.getFloat32(index * 4, true);
  }

  /** Six floats, as pdfium writes a matrix. */
  matrix(): Matrix {
    const view = this.#view;
    return [0, 4, 8, 12, 16, 20].map((at) => view.getFloat32(at, true)) as unknown as Matrix;
  }

  free(): void {
    this.#pdfium._free(this.at);
  }
}

/** `x' = a x + c y + e` and `y' = b x + d y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
