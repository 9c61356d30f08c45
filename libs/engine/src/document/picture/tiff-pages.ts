import { Unreadable } from '../../unreadable.js';
import { damaged } from '../damaged.js';
import { orientationOf, uprightSize } from '../orientation.js';
import type { PageSize } from '../page-size.js';

const MOST_DIRECTORIES = 65_535;
const [WIDTH, HEIGHT, ORIENTATION] = [256, 257, 274];
/** Bytes of a whole number, by the type of its field. */
const WHOLE_NUMBERS: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 6: 1, 8: 2, 9: 4, 16: 8, 17: 8 };

/** Where things stand in a classic TIFF, and in a BigTIFF: numbers of bytes (TIFF 6.0, 2; BigTIFF design of 2004). */
const CLASSIC = { first: 4, place: 4, count: 2, entry: 12 };
const BIG = { first: 8, place: 8, count: 8, entry: 20 };

/** Where a directory begins, and where it says where the next one does. */
interface Directory {
  at: number;
  next: number;
}

class TiffFile {
  readonly sizes: readonly PageSize[];
  readonly #directories: Directory[] = [];
  readonly #view: DataView;
  readonly #isLittle: boolean;
  readonly #form: typeof CLASSIC;
  #copy: Uint8Array | undefined;
  /** Where the page that stands alone in the copy says in the file where the next one is. */
  #shown: number | undefined;

  constructor(file: Uint8Array) {
    this.#view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    this.#isLittle = file[0] === 0x49;
    this.#form = this.#number(2, 2) === 43 ? BIG : CLASSIC;
    this.sizes = this.#walked();
  }

  /** A copy of the file that has this page, counted from 1, and no other, until the next is asked for. */
  alone(page: number): Uint8Array {
    const copy = (this.#copy ??= new Uint8Array(this.#view.buffer, this.#view.byteOffset, this.#view.byteLength).slice());
    if (this.#shown) this.#write(copy, this.#shown, this.#number(this.#shown, this.#form.place));
    const { at, next } = this.#directories[page - 1]!;
    this.#write(copy, this.#form.first, at);
    this.#write(copy, next, 0);
    this.#shown = next;
    return copy;
  }

  /** Each directory is walked once and none over another, so the work is never more than the file is long. */
  #walked(): PageSize[] {
    const { first, place, count, entry } = this.#form;
    const [seen, pages] = [new Set<number>(), [] as PageSize[]];
    let walkedBytes = 0;
    for (let at = this.#number(first, place); at !== 0 || pages.length === 0; ) {
      if (seen.has(at)) throw damaged('image/tiff');
      if (seen.size === MOST_DIRECTORIES) throw new Unreadable('too_many_pages', `The file has more than ${MOST_DIRECTORIES} pages. Send it in parts.`, { name: 'max_pages', max: MOST_DIRECTORIES, actual: seen.size + 1 });
      seen.add(at);
      const [begin, entries] = [at + count, this.#number(at, count)];
      walkedBytes += count + entries * entry + place;
      if (walkedBytes > this.#view.byteLength) throw damaged('image/tiff');
      const next = begin + entries * entry;
      this.#directories.push({ at, next });
      // Read first, because where the next is said to be has to be in the file before the entries are.
      at = this.#number(next, place);
      pages.push(this.#page(begin, entries));
    }
    return pages;
  }

  #page(begin: number, entries: number): PageSize {
    const found = new Map<number, number>();
    for (let at = begin, last = begin + entries * this.#form.entry; at < last; at += this.#form.entry) {
      const tag = this.#number(at, 2);
      if ((tag === WIDTH || tag === HEIGHT || tag === ORIENTATION) && !found.has(tag)) found.set(tag, this.#valueOf(at));
    }
    const [width, height] = [found.get(WIDTH) ?? 0, found.get(HEIGHT) ?? 0];
    if (width === 0 || height === 0) throw damaged('image/tiff');
    return uprightSize(width, height, orientationOf(found.get(ORIENTATION)));
  }

  /** Of an entry that holds one whole number; 0 of any other. */
  #valueOf(at: number): number {
    const { place } = this.#form;
    const bytes = WHOLE_NUMBERS[this.#number(at + 2, 2)];
    if (bytes === undefined || this.#number(at + 4, place) !== 1) return 0;
    return this.#number(bytes > place ? this.#number(at + 4 + place, place) : at + 4 + place, bytes);
  }

  #write(copy: Uint8Array, at: number, value: number): void {
    const view = new DataView(copy.buffer);
    if (this.#form.place === 8) view.setBigUint64(at, BigInt(value), this.#isLittle);
    else view.setUint32(at, value, this.#isLittle);
  }

  #number(at: number, bytes: number): number {
    if (at + bytes > this.#view.byteLength) throw damaged('image/tiff');
    if (bytes === 8) return Number(this.#view.getBigUint64(at, this.#isLittle));
    return bytes === 4 ? this.#view.getUint32(at, this.#isLittle) : bytes === 2 ? this.#view.getUint16(at, this.#isLittle) : this.#view.getUint8(at);
  }
}

/**
 * The size of every page of a TIFF as it stands upright, read off its directories in one pass. The library that decodes counts
 * them all again for each page that it is asked about; and of a file in which one of them has no size, it reads none.
 */
export const tiffPages = (file: Uint8Array): Pick<TiffFile, 'sizes' | 'alone'> => new TiffFile(file);
