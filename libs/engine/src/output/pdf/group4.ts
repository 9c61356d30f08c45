/** A fax-coded picture in the strips its TIFF keeps it in. */
export interface Group4 {
  width: number;
  height: number;
  /** Whether the code's black means paper. */
  isInverted: boolean;
  strips: { height: number; code: Uint8Array }[];
}

const tag = { width: 256, height: 257, bits: 258, compression: 259, photometric: 262, fillOrder: 266, offsets: 273, samples: 277, rowsPerStrip: 278, lengths: 279 };
const GROUP_4 = 4;
const LOW_BIT_FIRST = 2;
const [SHORT, LONG] = [3, 4];
const MOST_ENTRIES = 512;

const turnedBits = Uint8Array.from({ length: 256 }, (_, byte) => Number.parseInt(byte.toString(2).padStart(8, '0').split('').reverse().join(''), 2));

type Fields = ReadonlyMap<number, readonly number[]>;

/** The directory of one page, counted from 0, and where the next one is. Reading past the end throws, and means damage. */
const fieldsOf = (view: DataView, isLittle: boolean, at: number): { fields: Fields; next: number } => {
  const entries = view.getUint16(at, isLittle);
  const fields = new Map<number, number[]>();
  for (let index = 0; index < Math.min(entries, MOST_ENTRIES); index++) {
    const entry = at + 2 + index * 12;
    const [type, count] = [view.getUint16(entry + 2, isLittle), view.getUint32(entry + 4, isLittle)];
    if ((type !== SHORT && type !== LONG) || count > view.byteLength / 2) continue;
    const size = type === SHORT ? 2 : 4;
    const from = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
    fields.set(view.getUint16(entry, isLittle), Array.from({ length: count }, (_, each) => (type === SHORT ? view.getUint16(from + each * 2, isLittle) : view.getUint32(from + each * 4, isLittle))));
  }
  return { fields, next: view.getUint32(at + 2 + entries * 12, isLittle) };
};

const stripsOf = (file: Uint8Array, fields: Fields): Group4 | null => {
  const one = (name: keyof typeof tag, otherwise: number): number => fields.get(tag[name])?.[0] ?? otherwise;
  const [width, height] = [one('width', 0), one('height', 0)];
  if (one('compression', 1) !== GROUP_4 || one('bits', 1) !== 1 || one('samples', 1) !== 1 || width === 0 || height === 0) return null;
  const rows = Math.min(one('rowsPerStrip', height), height);
  const [offsets, lengths] = [fields.get(tag.offsets) ?? [], fields.get(tag.lengths) ?? []];
  if (offsets.length !== Math.ceil(height / rows) || lengths.length !== offsets.length) return null;
  const strips = offsets.map((offset, index) => {
    const code = file.subarray(offset, offset + (lengths[index] ?? 0));
    return { height: Math.min(rows, height - index * rows), code: one('fillOrder', 1) === LOW_BIT_FIRST ? code.map((byte) => turnedBits[byte] ?? 0) : code };
  });
  return { width, height, isInverted: one('photometric', 0) === 1, strips };
};

/** A page of a TIFF, counted from 0, if it is coded as Group 4 fax: PDF knows that code too. Null for any other. */
export const group4 = (file: Uint8Array, page: number): Group4 | null => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const isLittle = file[0] === 0x49;
  try {
    if (view.getUint16(2, isLittle) !== 42) return null;
    let at = view.getUint32(4, isLittle);
    for (let index = 0; index < page && at > 0; index++) at = fieldsOf(view, isLittle, at).next;
    return at > 0 ? stripsOf(file, fieldsOf(view, isLittle, at).fields) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};
