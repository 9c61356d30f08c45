import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareDocuments, verdictOn } from './testing/agree-documents.mjs';
import { mutations, untouched } from './testing/document-mutations.mjs';
import { madeBundle } from './testing/made-documents.mjs';
import { madeLog } from './testing/made-log.mjs';
import { randomOf } from './testing/random.mjs';
import { readZip } from './zip.mjs';

const verdict = (make: (typeof mutations)[string], seed: number) => {
  const random = randomOf(seed);
  return verdictOn(make(random, madeLog(random)));
};

describe('finds as signed', () => {
  it.each(Object.entries(untouched))('%s', (_, make) => {
    for (let seed = 0; seed < 10; seed++) expect(verdict(make, seed)).toMatchObject({ ok: true });
  });
});

describe('finds out', () => {
  it.each(Object.entries(mutations))('%s', (_, make) => {
    for (let seed = 0; seed < 10; seed++) expect(verdict(make, seed)).toMatchObject({ ok: false });
  });
});

/** Signatures are verified by arithmetic in Python, which takes its time beside others. */
const IN_PYTHON_MS = 120_000;

it('agrees with the one written in Python on documents of every kind', { timeout: IN_PYTHON_MS }, async () => {
  expect((await compareDocuments(180, 20_261_128)).wrong).toEqual([]);
});

it('wants the provider’s key for a receipt, which brings none', () => {
  const random = randomOf(4);
  const held = untouched['a receipt as it is answered']!(random, madeLog(random));
  expect(verdictOn({ ...held, known: [] })).toMatchObject({ ok: false, fault: 'key.unknown' });
  expect(verdictOn(held)).toMatchObject({ ok: true, pinned: false });
});

describe('an export as a file', () => {
  const programs = [[process.execPath, path.join(import.meta.dirname, 'inkproof-verify.mjs')], ['python3', path.join(import.meta.dirname, 'inkproof_verify.py')]] as const;
  let folder: string;
  let zipped: Buffer;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-documents-'));
    const zip = new JSZip();
    for (const [name, bytes] of madeBundle(randomOf(5))) zip.file(name, bytes, { compression: name.endsWith('.json') ? 'DEFLATE' : 'STORE' });
    zipped = await zip.generateAsync({ type: 'nodebuffer', streamFiles: true });
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));
  const exitCodes = (name: string, bytes: Uint8Array, ...args: string[]) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, bytes);
    return programs.map(([program, script]) => spawnSync(program, [script, ...args, file]).status);
  };

  it('is read from its ZIP, and found as signed, by both programs', () => {
    expect([...readZip(zipped).keys()]).toContain('manifest.json');
    expect(exitCodes('good.zip', zipped)).toEqual([0, 0]);
  });

  it('is never found as signed when a byte of a file in it is another', () => {
    const random = randomOf(6);
    const begin = zipped.indexOf('PK\x01\x02', 0, 'latin1');
    for (let round = 0; round < 6; round++) {
      const changed = Buffer.from(zipped);
      // Behind the first header, whose flags and time are nobody's words.
      const name = [...readZip(zipped).keys()].find((one) => one === 'audit.ndjson')!;
      const at = zipped.indexOf(name, 0, 'latin1') + name.length + random.below(200);
      changed[Math.min(at, begin - 1)]! ^= 1 << random.below(8);
      for (const code of exitCodes('changed.zip', changed)) expect([1, 2]).toContain(code);
    }
  });

  it('that breaks off cannot be read', () => {
    expect(exitCodes('cut.zip', zipped.subarray(0, zipped.length - 100))).toEqual([2, 2]);
  });

  it('is refused by whoever knows another key', () => {
    expect(exitCodes('other.zip', zipped, '--key', '0'.repeat(64))).toEqual([1, 1]);
  });
});

it('needs nothing but Node', () => {
  for (const name of ['documents.mjs', 'zip.mjs']) for (const [, from] of fs.readFileSync(path.join(import.meta.dirname, name), 'utf8').matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^(node:|\.\/verify)/);
});
