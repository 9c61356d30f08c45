/** End of central directory and central directory entry (PKWARE APPNOTE 4.3.16, 4.3.12). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const COMMENT_MAX_BYTES = 65_535;

export interface ZipEntry {
  name: string;
  /** Where the bytes of it begin, local header included. */
  offset: number;
  storedBytes: number;
  isDeflated: boolean;
}

/** What an archive says it holds; undefined when it is none that can be walked through. */
export const zipEntries = (file: Buffer): ZipEntry[] | undefined => {
  let end = file.length - END_BYTES;
  const least = Math.max(0, end - COMMENT_MAX_BYTES);
  while (end >= least && file.readUInt32LE(end) !== END) end--;
  if (end < least) return undefined;
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_BYTES > file.length || file.readUInt32LE(at) !== ENTRY) return undefined;
    const [nameBytes, extraBytes, commentBytes] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    entries.push({ name: file.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes), offset: file.readUInt32LE(at + 42), storedBytes: file.readUInt32LE(at + 20), isDeflated: file.readUInt16LE(at + 10) === 8 });
    at += ENTRY_BYTES + nameBytes + extraBytes + commentBytes;
  }
  return entries;
};
