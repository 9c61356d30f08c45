import { damaged } from '../damaged.js';

/** Palette indexes, a byte each, row by row as they are stored. What the runs skip keeps index 0. Writing past a row or the picture, or ending without saying so, is damage. */
export const unpackRuns = (packed: Uint8Array, width: number, height: number, kind: 'rle8' | 'rle4'): Uint8Array => {
  const indexes = new Uint8Array(width * height);
  let [x, y, at] = [0, 0, 0];
  const next = (): number => {
    const value = packed[at++];
    if (value === undefined) throw damaged('image/bmp');
    return value;
  };
  const put = (value: number): void => {
    // Some writers run over the end of a row by the padding of their last run.
    if (x < width && y < height) indexes[y * width + x] = value;
    x++;
  };
  const nibble = (byte: number, index: number): number => (index % 2 === 0 ? byte >> 4 : byte & 15);
  while (y < height) {
    const [count, code] = [next(), next()];
    if (count > 0) for (let index = 0; index < count; index++) put(kind === 'rle8' ? code : nibble(code, index));
    else if (code === 0) [x, y] = [0, y + 1];
    else if (code === 1) return indexes;
    else if (code === 2) [x, y] = [x + next(), y + next()];
    else {
      const bytes = kind === 'rle8' ? code : Math.ceil(code / 2);
      let byte = 0;
      for (let index = 0; index < code; index++) {
        if (kind === 'rle8' || index % 2 === 0) byte = next();
        put(kind === 'rle8' ? byte : nibble(byte, index));
      }
      at += bytes % 2;
    }
  }
  return indexes;
};
