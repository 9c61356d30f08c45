import { connect } from 'node:net';
import { FileScanner } from './file-scanner.js';

const CHUNK_BYTES = 1 << 16;
const LONGEST_ANSWER_BYTES = 4_096;

const lengthOf = (bytes: number): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
};

/** `stream: OK`, `stream: <name> FOUND`, or an error. */
const findingOf = (answer: string): string | null => {
  if (answer === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found === undefined) throw new Error(`The scanner of files answered ${JSON.stringify(answer)}`);
  return found;
};

/** ClamAV's `clamd`, by its `INSTREAM`: the bytes in pieces with their lengths before them, and an empty one at the end. */
export class ClamdScanner extends FileScanner {
  constructor(
    private readonly place: { host: string; port: number },
    private readonly timeoutMs: number,
  ) {
    super();
  }

  findingIn(bytes: Uint8Array): Promise<string | null> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.place);
      let answer = '';
      socket.setTimeout(this.timeoutMs, () => socket.destroy(new Error('The scanner of files did not answer in time')));
      socket.on('error', reject);
      socket.on('data', (data) => {
        answer += data.toString('utf8');
        if (answer.length > LONGEST_ANSWER_BYTES) socket.destroy(new Error('The scanner of files does not stop answering'));
      });
      socket.on('close', () => {
        try {
          resolve(findingOf(answer.replace(/\0.*$/s, '')));
        } catch (error) {
          reject(error as Error);
        }
      });
      socket.write('zINSTREAM\0');
      for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
        const piece = bytes.subarray(from, from + CHUNK_BYTES);
        socket.write(lengthOf(piece.length));
        socket.write(piece);
      }
      socket.end(lengthOf(0));
    });
  }
}
