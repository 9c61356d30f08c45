/** A page as a spec speaks of it: black of this size, or of this size in name only. */
export interface TiffPage {
  width: number;
  height: number;
  orientation?: number;
  isHollow?: boolean;
}

/** As TIFF comes: the bytes of a number the one way round or the other, and places in the file of four bytes or of eight. */
export interface TiffForm {
  isBig?: boolean;
  isLittle?: boolean;
}

export const tiffForms: readonly TiffForm[] = [{}, { isLittle: true }, { isBig: true }, { isBig: true, isLittle: true }];

/** A TIFF in grey, directories after pixels, each leading to the next; the last to `after`, which is nowhere. */
export const tiffOf = (pages: readonly TiffPage[], { isBig = false, isLittle = false }: TiffForm = {}, after = 0): Buffer => {
  const number = (bytes: number, value: number): Buffer => {
    const data = Buffer.alloc(bytes);
    if (bytes < 8) data.writeUIntBE(value, 0, bytes);
    else data.writeBigUInt64BE(BigInt(value));
    return isLittle ? data.reverse() : data;
  };
  const place = isBig ? 8 : 4;
  const short = (tag: number, value: number): Buffer => Buffer.concat([number(2, tag), number(2, 3), number(place, 1), number(2, value), Buffer.alloc(place - 2)]);
  const long = (tag: number, value: number): Buffer => Buffer.concat([number(2, tag), number(2, 4), number(place, 1), number(4, value), Buffer.alloc(place - 4)]);
  const head = [Buffer.from(isLittle ? 'II' : 'MM'), number(2, isBig ? 43 : 42), ...(isBig ? [number(2, 8), number(2, 0)] : [])];
  const parts = [...head, number(place, 0)];
  let [at, leads] = [Buffer.concat(parts).length, parts.length - 1];
  for (const { width, height, orientation = 1, isHollow = false } of pages) {
    const pixels = Buffer.alloc(isHollow ? 0 : width * height);
    const entries = [long(256, width), long(257, height), short(258, 8), short(259, 1), short(262, 1), long(273, at), short(274, orientation), short(277, 1), long(278, height), long(279, width * height)];
    parts[leads] = number(place, at + pixels.length);
    const directory = Buffer.concat([number(isBig ? 8 : 2, entries.length), ...entries]);
    parts.push(pixels, directory, number(place, after));
    leads = parts.length - 1;
    at += pixels.length + directory.length + place;
  }
  return Buffer.concat(parts);
};
