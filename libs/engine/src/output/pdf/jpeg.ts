/** A JPEG that every reader of PDF can decode. */
export interface PlainJpeg {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  /** Four inks, stored the other way round, as Adobe writes them. */
  isInverted: boolean;
}

/** Baseline, extended and progressive, all with Huffman codes. */
const PLAIN_FRAMES = [0xc0, 0xc1, 0xc2];
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const [ADOBE, SCAN] = [0xee, 0xda];

/** What a PDF has to say of a JPEG, or null when it is of a rare kind (arithmetic codes, 12 bits, two channels). */
export const plainJpeg = (file: Uint8Array): PlainJpeg | null => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let frame: { width: number; height: number; channels: number } | null = null;
  let isAdobe = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SCAN) break;
    if (isFrame(marker)) {
      if (!PLAIN_FRAMES.includes(marker) || at + 10 > bytes.length || bytes.readUInt8(at + 4) !== 8) return null;
      frame = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), channels: bytes.readUInt8(at + 9) };
    }
    if (marker === ADOBE && bytes.toString('latin1', at + 4, at + 9) === 'Adobe') isAdobe = true;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  const channels = frame?.channels;
  if (!frame || frame.height === 0 || (channels !== 1 && channels !== 3 && channels !== 4)) return null;
  return { ...frame, channels, isInverted: isAdobe && channels === 4 };
};
