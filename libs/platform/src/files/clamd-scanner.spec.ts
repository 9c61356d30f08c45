import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { ClamdScanner } from './clamd-scanner.js';

const PATIENCE_MS = 20_000;

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise<void>((done) => void (server ? server.close(() => done()) : done()));
  server = undefined;
});

/** What `clamd` takes in, until the empty piece. */
const streamIn = (all: Buffer): Buffer | undefined => {
  const pieces: Buffer[] = [];
  for (let at = 'zINSTREAM\0'.length; at + 4 <= all.length; ) {
    const length = all.readUInt32BE(at);
    if (length === 0) return all.subarray(0, 10).toString() === 'zINSTREAM\0' ? Buffer.concat(pieces) : undefined;
    pieces.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

const scanner = async (answers: (bytes: Buffer, socket: Socket) => void, timeoutMs = PATIENCE_MS): Promise<ClamdScanner> => {
  const at = createServer({ allowHalfOpen: true }, (socket) => {
    let all = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      all = Buffer.concat([all, data]);
      const bytes = streamIn(all);
      if (bytes) answers(bytes, socket);
    });
  });
  await new Promise<void>((up) => at.listen(0, '127.0.0.1', up));
  server = at;
  return new ClamdScanner({ host: '127.0.0.1', port: (at.address() as AddressInfo).port }, timeoutMs);
};

it('sends the very bytes, however many, and hears what is in them', async () => {
  let heard: Uint8Array = Buffer.alloc(0);
  const clamd = await scanner((bytes, socket) => {
    heard = bytes;
    socket.end(bytes.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(200_000), fc.nat(255), async (length, value) => {
      const bytes = Buffer.alloc(length, value);
      expect(await clamd.findingIn(bytes)).toBeNull();
      expect(Buffer.compare(heard, bytes)).toBe(0);
    }),
    { numRuns: 10 },
  );
  expect(await clamd.findingIn(Buffer.from('x EICAR x'))).toBe('Eicar-Test-Signature');
});

it.each<[string, string]>([
  ['an error', 'INSTREAM size limit exceeded. ERROR\0'],
  ['nothing', ''],
  ['something else', 'PONG\0'],
])('takes %s for no word on the file', async (_, answer) => {
  const clamd = await scanner((_bytes, socket) => void socket.end(answer));
  await expect(clamd.findingIn(Buffer.from('x'))).rejects.toThrow('answered');
});

it('does not wait for ever, nor for nobody', async () => {
  const silent = await scanner(() => undefined, 50);
  await expect(silent.findingIn(Buffer.from('x'))).rejects.toThrow('in time');
  await expect(new ClamdScanner({ host: '127.0.0.1', port: 1 }, PATIENCE_MS).findingIn(Buffer.from('x'))).rejects.toThrow();
});
