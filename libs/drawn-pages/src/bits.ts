/** Bits one after another, the highest first, with the codes that video streams use. */
export class Bits {
  readonly #bytes: number[] = [];
  #last = 0;
  #filled = 0;

  fixed(count: number, value: number): this {
    for (let at = count - 1; at >= 0; at--) {
      this.#last = (this.#last << 1) | (Math.floor(value / 2 ** at) & 1);
      if (++this.#filled < 8) continue;
      this.#bytes.push(this.#last);
      [this.#last, this.#filled] = [0, 0];
    }
    return this;
  }

  /** Exp-Golomb: as many zeros as the number has bits after its first, then the number. */
  golomb(...values: readonly number[]): this {
    for (const value of values) {
      const length = Math.floor(Math.log2(value + 1));
      this.fixed(length, 0).fixed(length + 1, value + 1);
    }
    return this;
  }

  flags(...flags: readonly (0 | 1)[]): this {
    for (const flag of flags) this.fixed(1, flag);
    return this;
  }

  align(): this {
    return this.fixed((8 - this.#filled) % 8, 0);
  }

  raw(bytes: Iterable<number>): this {
    for (const byte of bytes) this.fixed(8, byte);
    return this;
  }

  /** Ended as a unit of a video stream ends. */
  ended(): Buffer {
    return this.flags(1).align().done();
  }

  done(): Buffer {
    return Buffer.from(this.#bytes);
  }
}
