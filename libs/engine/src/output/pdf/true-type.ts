/** One table of a font, by its four letters. */
type Table = readonly [tag: string, bytes: Buffer];

const numbers = (...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer => {
  const bytes = Buffer.alloc(values.reduce((sum, [, size]) => sum + size, 0));
  values.reduce((at, [value, size]) => (size === 2 ? bytes.writeUInt16BE(value & 0xffff, at) : bytes.writeUInt32BE(value >>> 0, at)), 0);
  return bytes;
};

const words = (...values: readonly number[]): Buffer => numbers(...values.map((value) => [value, 2] as const));

/** Sum of all its 32-bit numbers, as fonts guard themselves. */
const checksum = (bytes: Buffer): number => {
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
};

const DIRECTORY_ENTRY = 16;
const HEADER = 12;
const WHOLE_FILE_SUM = 0xb1b0afba;
const SUM_IN_HEAD = 8;

const assemble = (tables: readonly Table[]): Buffer => {
  const powers = Math.floor(Math.log2(tables.length));
  const directory = [numbers([0x00010000, 4]), words(tables.length, 16 * 2 ** powers, powers, 16 * (tables.length - 2 ** powers))];
  let at = HEADER + DIRECTORY_ENTRY * tables.length;
  const bodies: Buffer[] = [];
  let headAt = 0;
  for (const [tag, bytes] of tables) {
    if (tag === 'head') headAt = at;
    directory.push(Buffer.from(tag, 'latin1'), numbers([checksum(bytes), 4], [at, 4], [bytes.length, 4]));
    const padding = (4 - (bytes.length % 4)) % 4;
    bodies.push(bytes, Buffer.alloc(padding));
    at += bytes.length + padding;
  }
  const font = Buffer.concat([...directory, ...bodies]);
  font.writeUInt32BE((WHOLE_FILE_SUM - checksum(font)) >>> 0, headAt + SUM_IN_HEAD);
  return font;
};

const UNITS = 1000;
const [ASCENT, DESCENT] = [800, -200];

/** What the glyphs of the font are called there: one half a square wide, one a whole. */
export const [NARROW_GLYPH, WIDE_GLYPH] = [0, 1];
const WIDTHS = [UNITS / 2, UNITS];

/**
 * A stroke from one corner of the square to the other and back: it covers nothing, and yet has a size.
 * Viewers skip a word of one letter whose glyph has none.
 */
const glyphOf = (width: number): Buffer => Buffer.concat([words(1, 0, DESCENT, width, ASCENT, 1, 0), Buffer.from([1, 1]), words(0, width, DESCENT, ASCENT - DESCENT)]);

/** A TrueType font that nobody ever sees: text set in it takes room, can be marked and found. */
export const invisibleFont = (): Buffer => {
  const glyphs = WIDTHS.map(glyphOf);
  const [glyphBytes = 0] = glyphs.map((glyph) => glyph.length);
  const head = Buffer.concat([numbers([0x00010000, 4], [0x00010000, 4], [0, 4], [0x5f0f3cf5, 4]), words(0, UNITS), Buffer.alloc(16), words(0, DESCENT, UNITS, ASCENT, 0, 8, 2, 0, 0)]);
  const hhea = Buffer.concat([numbers([0x00010000, 4]), words(ASCENT, DESCENT, 0, UNITS, 0, 0, UNITS, 1, 0, 0, 0, 0, 0, 0, 0, WIDTHS.length)]);
  const maxp = Buffer.concat([numbers([0x00010000, 4]), words(WIDTHS.length, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]);
  return assemble([
    ['glyf', Buffer.concat(glyphs)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', words(...WIDTHS.flatMap((width) => [width, 0]))],
    // Offsets are counted in pairs of bytes.
    ['loca', words(...[0, 1, 2].map((index) => (index * glyphBytes) / 2))],
    ['maxp', maxp],
  ]);
};
