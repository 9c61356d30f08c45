import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { packZip, type Content } from './pack-zip.js';

const MADE = new Date('2026-11-27T12:34:56Z');

async function* inPieces(pieces: readonly (string | Uint8Array)[]): Content {
  yield* pieces;
}
const packed = (files: ReadonlyMap<string, readonly (string | Uint8Array)[]>): Promise<Buffer> => buffer(Readable.from(packZip([...files].map(([name, pieces]) => [name, inPieces(pieces)] as const), MADE)));

it('holds what was put in, whatever it is and in whatever pieces it came', async () => {
  const name = fc.stringMatching(/^[a-z0-9一-龥_]{1,20}\.[a-z]{1,4}$/);
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, fc.array(fc.uint8Array({ maxLength: 2_000 }), { maxLength: 5 }), { maxKeys: 6, noNullPrototype: true }), async (files) => {
      const read = await JSZip.loadAsync(await packed(new Map(Object.entries(files))), { checkCRC32: true });
      expect(Object.keys(read.files).sort()).toEqual(Object.keys(files).sort());
      for (const [one, pieces] of Object.entries(files)) expect(await read.file(one)!.async('nodebuffer')).toEqual(Buffer.concat(pieces));
    }),
    { numRuns: 100 },
  );
});

it('is whole to another program, with its names and the moment it was made', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'inkproof-zip-'));
  try {
    writeFileSync(path.join(folder, 'made.zip'), await packed(new Map([['清单/行.ndjson', ['{"a":1}\n'.repeat(100_000), Buffer.from('尾\n')]], ['空.txt', []]])));
    const told = execFileSync('python3', ['-c', 'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint(z.testzip(), [(i.filename, i.file_size, i.date_time) for i in z.infolist()])', path.join(folder, 'made.zip')], { encoding: 'utf8', env: { PYTHONIOENCODING: 'utf-8' } });
    expect(told.trim()).toBe("None [('清单/行.ndjson', 800004, (2026, 11, 27, 12, 34, 56)), ('空.txt', 0, (2026, 11, 27, 12, 34, 56))]");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('asks for a file only when its turn comes, and breaks off where one cannot be had', async () => {
  const begun: string[] = [];
  async function* noting(name: string): Content {
    begun.push(name);
    yield 'x';
    if (name === 'broken') throw new Error('gone');
  }
  const zip = packZip(['first', 'broken', 'never'].map((name) => [name, noting(name)] as const), MADE);
  await zip.next();
  expect(begun).toEqual([]);
  await expect(buffer(Readable.from(zip))).rejects.toThrow('gone');
  expect(begun).toEqual(['first', 'broken']);
});
