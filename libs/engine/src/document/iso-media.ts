import type { PageSize } from './page-size.js';

/** The envelope that AVIF, HEIC and films share: boxes within boxes, each with its length and a name of four letters. */
interface Box {
  name: string;
  begin: number;
  end: number;
}

const viewOf = (file: Uint8Array): DataView => new DataView(file.buffer, file.byteOffset, file.byteLength);
const nameAt = (file: Uint8Array, at: number): string => String.fromCharCode(...file.subarray(at, at + 4));

function* boxesIn(file: Uint8Array, begin: number, end: number): Generator<Box> {
  const view = viewOf(file);
  for (let at = begin; at + 8 <= end; ) {
    const [short, name] = [view.getUint32(at), nameAt(file, at + 4)];
    const isLong = short === 1 && at + 16 <= end;
    const length = isLong ? Number(view.getBigUint64(at + 8)) : short || end - at;
    // A box that ends before it began, or after its parent, belongs to no file that a camera wrote.
    if (length < (isLong ? 16 : 8) || at + length > end) return;
    yield { name, begin: at + (isLong ? 16 : 8), end: at + length };
    at += length;
  }
}

/** What the file says it may be taken for. */
export const isoBrands = (file: Uint8Array): string[] => {
  if (file.byteLength < 12 || nameAt(file, 4) !== 'ftyp') return [];
  const end = Math.min(viewOf(file).getUint32(0), file.byteLength, 256);
  return [nameAt(file, 8), ...Array.from({ length: Math.max(0, Math.floor((end - 16) / 4)) }, (_, index) => nameAt(file, 16 + index * 4))];
};

const path = (file: Uint8Array, names: readonly string[], within: Box): Box[] => {
  const [first, ...rest] = names;
  if (first === undefined) return [within];
  // The box called meta begins with four bytes of version before its children.
  const begin = within.begin + (within.name === 'meta' ? 4 : 0);
  return [...boxesIn(file, begin, within.end)].filter(({ name }) => name === first).flatMap((box) => path(file, rest, box));
};

/** The largest picture among those in the file, which is the whole of them that are tiles; null when the file names no size. */
export const largestIsoPicture = (file: Uint8Array): PageSize | null => {
  const view = viewOf(file);
  const sizes = path(file, ['meta', 'iprp', 'ipco', 'ispe'], { name: '', begin: 0, end: file.byteLength })
    .filter(({ begin, end }) => end - begin >= 12)
    .map(({ begin }) => ({ width: view.getUint32(begin + 4), height: view.getUint32(begin + 8) }));
  return sizes.reduce<PageSize | null>((largest, size) => (largest && largest.width * largest.height >= size.width * size.height ? largest : size), null);
};
