import { inflateRawSync } from 'node:zlib';
import { Refusal } from '@inkproof/contract';
import mammoth from 'mammoth';
import { zipEntries, type ZipEntry } from '../model/zip-entries.js';

/** An archive of ten megabytes can hold ten gigabytes. Of a text nobody needs more than this. */
const UNPACKED_MAX_BYTES = 40_000_000;
const LOCAL_HEADER_BYTES = 30;

const corrupt = (): Refusal => new Refusal('image.corrupt', 'The DOCX cannot be opened.');

/** How many bytes an entry really holds, whatever it says; refuses beyond `mostBytes`. */
const unpackedBytes = (file: Buffer, { offset, storedBytes, isDeflated }: ZipEntry, mostBytes: number): number => {
  if (offset + LOCAL_HEADER_BYTES > file.length) throw corrupt();
  const begins = offset + LOCAL_HEADER_BYTES + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const stored = file.subarray(begins, begins + storedBytes);
  return isDeflated ? inflateRawSync(stored, { maxOutputLength: Math.max(1, mostBytes) }).length : stored.length;
};

/** The words of a DOCX, a line for each paragraph. */
export const docxText = async (file: Buffer): Promise<string> => {
  const entries = zipEntries(file);
  if (!entries?.some(({ name }) => name === 'word/document.xml')) throw new Refusal('image.unsupported', 'The archive is not a DOCX.');
  let left = UNPACKED_MAX_BYTES;
  try {
    for (const entry of entries) {
      left -= unpackedBytes(file, entry, left);
      if (left <= 0) throw corrupt();
    }
    const { value } = await mammoth.extractRawText({ buffer: file });
    return value.replace(/\n{2,}/g, '\n').trim();
  } catch (error) {
    // What a stranger's file says in an error stays out of ours.
    throw error instanceof Refusal ? error : corrupt();
  }
};
