const [START, END, SCAN, TABLES] = [0xd8, 0xd9, 0xda, [0xc4, 0xdb]];
/** Baseline and extended, in Huffman codes: one scan tells all. */
const SEQUENTIAL_FRAMES = [0xc0, 0xc1];

/** What a JPEG is made of that is coded in one scan. Frame and scan are the heads of those, with their markers. */
export interface JpegParts {
  tables: Buffer;
  frame: Buffer;
  scan: Buffer;
  coded: Buffer;
}

/** A JPEG's segments as they come, with their markers, up to its scan or its end. Null in damage. */
const segmentsOf = (bytes: Buffer): Buffer[] | null => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xff00 + START) return null;
  const segments: Buffer[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes.readUInt8(at + 1) !== END; ) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (bytes.readUInt8(at) !== 0xff || end > bytes.length) return null;
    segments.push(bytes.subarray(at, end));
    if (bytes.readUInt8(at + 1) === SCAN) break;
    at = end;
  }
  return segments;
};

const tablesIn = (segments: readonly Buffer[]): Buffer => Buffer.concat(segments.filter((segment) => TABLES.includes(segment.readUInt8(1))));

/** The tables alone, for instance of a JPEG that has nothing else. */
export const jpegTables = (bytes: Buffer): Buffer => tablesIn(segmentsOf(bytes) ?? []);

/** Whether it is code to its end, with no marker among it: a scan that restarts, or a second one, has some. */
const isUnbroken = (coded: Buffer): boolean => {
  for (let at = coded.indexOf(0xff); at >= 0; at = coded.indexOf(0xff, at + 1)) if (coded[at + 1] !== 0) return false;
  return true;
};

/** A JPEG taken apart, or null where it is of another make: progressive, with restarts, of 12 bits, damaged. */
export const jpegParts = (bytes: Buffer): JpegParts | null => {
  const segments = segmentsOf(bytes) ?? [];
  const frame = segments.find((segment) => SEQUENTIAL_FRAMES.includes(segment.readUInt8(1)));
  const scan = segments.at(-1);
  if (!frame || scan?.readUInt8(1) !== SCAN || frame.length < 10 || frame.length < 10 + 3 * frame.readUInt8(9) || frame.readUInt8(4) !== 8) return null;
  const coded = bytes.subarray(scan.byteOffset + scan.length - bytes.byteOffset, bytes.lastIndexOf(Buffer.from([0xff, END])));
  return isUnbroken(coded) ? { tables: tablesIn(segments), frame, scan, coded } : null;
};
