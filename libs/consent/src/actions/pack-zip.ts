import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export type Content = AsyncIterable<string | Uint8Array>;

/** What a list of a million lines gains by more is not worth its time. */
const DEFLATE_LEVEL = 1;
const DEFLATED_AT_ONCE = 262_144;
/** The next page is read while this one is being deflated. */
const READ_AHEAD = 1;
/** What a ZIP without extensions can say of sizes and places. */
const MOST_BYTES = 0xff_ff_ff_ff;
/** Sizes and checksum follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const [NEEDED_VERSION, DEFLATED] = [20, 8];
const DOS_FIRST_YEAR = 1980;

interface Packed {
  name: Buffer;
  checksum: number;
  packed: number;
  bytes: number;
  begins: number;
}

/** Fields in the order they stand, each with its width in bytes. */
const record = (...fields: readonly (readonly [value: number, width: 2 | 4])[]): Buffer => {
  const made = Buffer.alloc(fields.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of fields) at = made.writeUIntLE(value, at, width);
  return made;
};

/** Of the format, which knows no zone and counts seconds by two. */
const dosMoment = (moment: Date): { time: number; date: number } => ({
  time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
  date: ((moment.getUTCFullYear() - DOS_FIRST_YEAR) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
});

/**
 * A ZIP that is made while it is read: of each file its content is asked for when its turn comes, deflated beside the thread
 * that reads the next of it, and its size and checksum written behind it. Nothing is held but a page.
 */
export async function* packZip(files: Iterable<readonly [name: string, content: Content]>, made: Date): AsyncGenerator<Buffer> {
  const { time, date } = dosMoment(made);
  const list: Packed[] = [];
  let at = 0;
  const sent = (piece: Buffer): Buffer => {
    at += piece.length;
    if (at > MOST_BYTES) throw new Error('More than a ZIP can hold.');
    return piece;
  };
  for (const [named, content] of files) {
    const file: Packed = { name: Buffer.from(named), checksum: 0, packed: 0, bytes: 0, begins: at };
    yield sent(Buffer.concat([record([0x04_03_4b_50, 4], [NEEDED_VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [time, 2], [date, 2], [0, 4], [0, 4], [0, 4], [file.name.length, 2], [0, 2]), file.name]));
    for await (const piece of deflated(content, file)) yield sent(piece);
    if (file.bytes > MOST_BYTES) throw new Error('More than a ZIP can hold.');
    yield sent(record([0x08_07_4b_50, 4], [file.checksum, 4], [file.packed, 4], [file.bytes, 4]));
    list.push(file);
  }
  const listed = at;
  for (const { name, checksum, packed, bytes, begins } of list)
    yield sent(Buffer.concat([record([0x02_01_4b_50, 4], [NEEDED_VERSION, 2], [NEEDED_VERSION, 2], [FLAGS, 2], [DEFLATED, 2], [time, 2], [date, 2], [checksum, 4], [packed, 4], [bytes, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [begins, 4]), name]));
  yield record([0x06_05_4b_50, 4], [0, 2], [0, 2], [list.length, 2], [list.length, 2], [at - listed, 4], [listed, 4], [0, 2]);
}

async function* deflated(content: Content, file: Packed): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const some of content) {
      const piece = Buffer.from(some);
      file.checksum = crc32(piece, file.checksum);
      file.bytes += piece.length;
      if (piece.length > 0) yield piece;
    }
  }
  const deflate = createDeflateRaw({ level: DEFLATE_LEVEL, chunkSize: DEFLATED_AT_ONCE });
  // An error of the content comes out of the loop below.
  pipeline(Readable.from(counted(), { highWaterMark: READ_AHEAD }), deflate, () => undefined);
  for await (const piece of deflate as AsyncIterable<Buffer>) {
    file.packed += piece.length;
    yield piece;
  }
}
