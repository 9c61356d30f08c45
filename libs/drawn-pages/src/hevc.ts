import { Bits } from './bits.js';

/** Pixels along a side of the squares of which the picture is put together. */
export const SQUARE_PX = 32;

/** How the chance of the one coded choice narrows, square by square: the beginning of a column of the standard's table. */
const NARROWING = [240, 227, 216, 205, 195, 185, 175, 166, 158, 150, 142, 135, 128, 122, 116, 110, 104, 99, 94, 89, 85, 80, 76, 72, 69, 65, 62, 59, 56, 53, 50, 48] as const;

export interface HevcPicture {
  /** Parameter sets: of the video, the sequence and the picture. */
  sets: readonly [type: number, unit: Buffer][];
  slice: Buffer;
}

/** The arithmetic coder of the standard, for what is needed of it: one choice that is always the likely one, and the question whether this is the end. */
class Coder {
  #low = 0;
  #range = 510;
  #outstanding = 0;
  #isFirst = true;

  constructor(private readonly bits: Bits) {}

  #put(bit: 0 | 1): void {
    if (this.#isFirst) this.#isFirst = false;
    else this.bits.flags(bit);
    for (; this.#outstanding > 0; this.#outstanding--) this.bits.flags(bit === 1 ? 0 : 1);
  }

  #renormalise(): void {
    for (; this.#range < 256; this.#range *= 2, this.#low *= 2) {
      if (this.#low < 256) this.#put(0);
      else if (this.#low >= 512) {
        this.#low -= 512;
        this.#put(1);
      } else {
        this.#low -= 256;
        this.#outstanding++;
      }
    }
  }

  likely(narrowing: number): void {
    this.#range -= narrowing;
    this.#renormalise();
  }

  goesOn(): void {
    this.#range -= 2;
    this.#renormalise();
  }

  ends(): void {
    this.#range -= 2;
    this.#low += this.#range;
    this.#range = 2;
    this.#renormalise();
    this.#put(((this.#low >> 9) & 1) as 0 | 1);
    this.bits.fixed(2, ((this.#low >> 7) & 3) | 1).align();
  }
}

/** No three bytes of a unit may look like the beginning of the next. */
const unitOf = (type: number, payload: Buffer): Buffer => {
  const bytes: number[] = [type << 1, 1];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros === 2 && byte <= 3) {
      bytes.push(3);
      zeros = 0;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    bytes.push(byte);
  }
  return Buffer.from(bytes);
};

const profile = (bits: Bits): Bits => bits.fixed(8, 1).fixed(32, 0x60000000).flags(1, 0, 1, 1).fixed(44, 0).fixed(8, 93);

const parameterSets = (width: number, height: number): [number, Buffer][] => {
  const video = profile(new Bits().fixed(4, 0).flags(1, 1).fixed(6, 0).fixed(3, 0).flags(1).fixed(16, 0xffff)).flags(1).golomb(0, 0, 0).fixed(6, 0).golomb(0).flags(0, 0);
  const sequence = profile(new Bits().fixed(4, 0).fixed(3, 0).flags(1)).golomb(0, 1, width, height).flags(0).golomb(0, 0, 0).flags(1).golomb(0, 0, 0, 2, 0, 0, 3, 0, 0);
  // No scaling lists, no asymmetric parts, no offsets; squares may be stored as they are, eight bits a sample.
  sequence.flags(0, 0, 0, 1).fixed(4, 7).fixed(4, 7).golomb(2, 0).flags(1).golomb(0).flags(0, 0, 0, 0, 0);
  const picture = new Bits().golomb(0, 0).flags(0, 0).fixed(3, 0).flags(0, 0).golomb(0, 0, 0).flags(0, 0, 0).golomb(0, 0).flags(0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0).golomb(0).flags(0, 0);
  return [[32, unitOf(32, video.ended())], [33, unitOf(33, sequence.ended())], [34, unitOf(34, picture.ended())]];
};

/** A grey picture as one frame of HEVC, every square of it stored as it is. Its sides are whole squares, and it has at most as many as the table above. */
export const asHevc = (grey: Uint8Array, width: number, height: number): HevcPicture => {
  const [across, down] = [width / SQUARE_PX, height / SQUARE_PX];
  if (!Number.isInteger(across) || !Number.isInteger(down) || across * down > NARROWING.length) throw new Error(`A picture of ${width} by ${height} pixels is not made of at most ${NARROWING.length} squares`);
  const bits = new Bits().flags(1, 0).golomb(0, 2, 0).flags(1).align();
  let coder = new Coder(bits);
  for (let square = 0; square < across * down; square++) {
    const [left, top] = [(square % across) * SQUARE_PX, Math.floor(square / across) * SQUARE_PX];
    coder.likely(NARROWING[square] ?? 0);
    coder.ends();
    for (let y = top; y < top + SQUARE_PX; y++) bits.raw(grey.subarray(y * width + left, y * width + left + SQUARE_PX));
    // Both colours at half the size, and neither there.
    bits.raw(new Uint8Array((SQUARE_PX * SQUARE_PX) / 2).fill(128));
    coder = new Coder(bits);
    if (square + 1 < across * down) coder.goesOn();
  }
  coder.ends();
  return { sets: parameterSets(width, height), slice: unitOf(19, bits.done()) };
};
