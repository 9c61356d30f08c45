const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  lengths: 279,
  tileLengths: 325,
  jpegTables: 347,
} as const;
export type TiffTag = keyof typeof tag;
const BYTES_OF_TYPE = new Map([[1, 1], [3, 2], [4, 4], [7, 1]]);
const MOST_ENTRIES = 512;

/** What a TIFF says of one of its pages. */
export class TiffPage {
  constructor(
    private readonly file: Uint8Array,
    private readonly fields: ReadonlyMap<number, readonly number[]>,
  ) {}

  all(name: TiffTag): readonly number[] {
    return this.fields.get(tag[name]) ?? [];
  }

  one(name: TiffTag, otherwise: number): number {
    return this.all(name)[0] ?? otherwise;
  }

  /** What its picture takes in the file. */
  get codedBytes(): number {
    return [...this.all('lengths'), ...this.all('tileLengths')].reduce((sum, length) => sum + length, 0) + this.all('jpegTables').length;
  }

  /** Its strips from top to bottom, or none where it is made of tiles, where each colour lies by itself and in damage. */
  get strips(): { height: number; code: Uint8Array }[] {
    const height = this.one('height', 0);
    const rows = Math.min(this.one('rowsPerStrip', height), height);
    const [offsets, lengths] = [this.all('offsets'), this.all('lengths')];
    if (offsets.length !== Math.ceil(height / rows) || lengths.length !== offsets.length) return [];
    return offsets.map((offset, index) => ({ height: Math.min(rows, height - index * rows), code: this.file.subarray(offset, offset + (lengths[index] ?? 0)) }));
  }
}

const fieldsOf = (view: DataView, isLittle: boolean, at: number): Map<number, number[]> => {
  const fields = new Map<number, number[]>();
  for (let index = 0; index < Math.min(view.getUint16(at, isLittle), MOST_ENTRIES); index++) {
    const entry = at + 2 + index * 12;
    const count = view.getUint32(entry + 4, isLittle);
    const size = BYTES_OF_TYPE.get(view.getUint16(entry + 2, isLittle));
    if (size === undefined || count > view.byteLength / size) continue;
    const from = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
    const value = (each: number): number => (size === 1 ? view.getUint8(from + each) : size === 2 ? view.getUint16(from + each * 2, isLittle) : view.getUint32(from + each * 4, isLittle));
    fields.set(view.getUint16(entry, isLittle), Array.from({ length: count }, (_, each) => value(each)));
  }
  return fields;
};

/** A page of a TIFF, counted from 0; null where there is none, in damage and in files of more than 4 GB. */
export const tiffPage = (file: Uint8Array, page: number): TiffPage | null => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const isLittle = file[0] === 0x49;
  try {
    if (view.getUint16(2, isLittle) !== 42) return null;
    let at = view.getUint32(4, isLittle);
    for (let index = 0; index < page && at > 0; index++) at = view.getUint32(at + 2 + view.getUint16(at, isLittle) * 12, isLittle);
    return at > 0 ? new TiffPage(file, fieldsOf(view, isLittle, at)) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};
