// Reads a ZIP, as far as exports need it: names, and files that are stored or deflated.
import { crc32, inflateRawSync } from 'node:zlib';

const END = Buffer.from('PK\x05\x06', 'latin1');
const [STORED, DEFLATED] = [0, 8];

/** Files by name. Throws where it cannot be read. */
export const readZip = (bytes) => {
  const end = bytes.lastIndexOf(END);
  if (end < 0 || end + 22 > bytes.length) throw new Error('This is no whole ZIP.');
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error('The list of the ZIP is broken.');
    const [method, crc, packed, size, nameBytes, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameBytes);
    const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(begins, begins + packed);
    const content = method === STORED ? raw : method === DEFLATED ? inflateRawSync(raw, { maxOutputLength: Math.max(1, size) }) : undefined;
    if (!content || content.length !== size || crc32(content) !== crc || files.has(name)) throw new Error(`The ZIP is broken at ${name}.`);
    if (!name.endsWith('/')) files.set(name, content);
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
};
