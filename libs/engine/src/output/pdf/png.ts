/** A PNG whose compressed rows a PDF can hold as they are. */
export interface PlainPng {
  width: number;
  height: number;
  bits: number;
  /** 1 grey, 3 colours, or 1 place in the palette. */
  channels: 1 | 3;
  palette: Uint8Array | null;
  /** The zlib stream of all rows, each after its predictor byte. */
  rows: Uint8Array;
}

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const [GREY, COLOUR, PALETTE] = [0, 2, 3];

/** The rows of a PNG, or null when a PDF cannot take them: interlaced, or with transparency that white paper must first shine through. */
export const plainPng = (file: Uint8Array): PlainPng | null => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.toString('latin1', 0, 8) !== SIGNATURE || bytes.toString('latin1', 12, 16) !== 'IHDR' || bytes.length < 33) return null;
  const [width, height, bits, kind, interlaced] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt8(24), bytes.readUInt8(25), bytes.readUInt8(28)];
  if (interlaced !== 0 || (kind !== GREY && kind !== COLOUR && kind !== PALETTE)) return null;
  const rows: Buffer[] = [];
  let palette: Buffer | null = null;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'tRNS' || end + 4 > bytes.length) return null;
    if (name === 'PLTE') palette = bytes.subarray(at + 8, end);
    if (name === 'IDAT') rows.push(bytes.subarray(at + 8, end));
    if (name === 'IEND') break;
    at = end + 4;
  }
  if (rows.length === 0 || (kind === PALETTE && !palette)) return null;
  return { width, height, bits, channels: kind === COLOUR ? 3 : 1, palette: kind === PALETTE ? palette : null, rows: Buffer.concat(rows) };
};
