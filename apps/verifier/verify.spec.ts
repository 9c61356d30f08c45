import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compare } from './testing/agree.mjs';
import { exported, keyOf, madeLog } from './testing/made-log.mjs';
import { mutations, untouched } from './testing/mutations.mjs';
import { randomOf } from './testing/random.mjs';
import { verifyLog } from './verify.mjs';

const verdictOn = (make: (typeof mutations)[string], seed: number) => {
  const random = randomOf(seed);
  const { files, ...known } = make(random, madeLog(random));
  return verifyLog(files, known);
};

describe('finds as written', () => {
  it.each(Object.entries(untouched))('a log %s', (_, make) => {
    for (let seed = 0; seed < 20; seed++) expect(verdictOn(make, seed)).toMatchObject({ ok: true });
  });
});

describe('finds out', () => {
  it.each(Object.entries(mutations))('%s', (_, make) => {
    for (let seed = 0; seed < 20; seed++) expect(verdictOn(make, seed)).toMatchObject({ ok: false });
  });
});

it('names what is wrong and where', () => {
  const random = randomOf(7);
  const log = madeLog(random, { entries: 10, keys: [keyOf(random.hex(32))] });
  const changed = { ...log, rows: log.rows.map((row) => (row.seq === 4 ? { ...row, body: '{}', salt: '00'.repeat(16) } : row)) };
  expect(verifyLog([exported(changed)])).toMatchObject({ ok: false, fault: 'entry.commitment', seq: 4 });
  const kept = [...log.seals.values()].at(-1);
  expect(verifyLog([exported(log, 1, 6)], { checkpoints: [kept] })).toMatchObject({ ok: false, fault: 'checkpoint.beyond', seq: 7 });
});

it('says that signatures were compared with no known key, where none was given', () => {
  const log = madeLog(randomOf(8));
  expect(verifyLog([exported(log)])).toMatchObject({ ok: true, pinned: false });
  expect(verifyLog([exported(log)], { keys: [log.keys[0]!.id] })).toMatchObject({ ok: true, pinned: true });
});

/** Signatures are verified by arithmetic in Python, which takes its time beside others. */
const IN_PYTHON_MS = 120_000;

it('agrees with the one written in Python on some hundred logs of every kind', { timeout: IN_PYTHON_MS }, async () => {
  expect((await compare(366, 20_261_126)).wrong).toEqual([]);
});

describe('on the command line', () => {
  const command = path.join(import.meta.dirname, 'inkproof-verify.mjs');
  let folder: string;
  beforeAll(() => void (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inkproof-verify-'))));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const file = (name: string, content: string | Uint8Array): string => {
    fs.writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };

  it('answers 0 for a log as written, 1 for another, 2 for none', () => {
    const log = madeLog(randomOf(9));
    const kept = file('kept.json', JSON.stringify({ items: [...log.seals.values()] }));
    expect(execFileSync(process.execPath, [command, '--checkpoint', kept, file('good.ndjson', exported(log))], { encoding: 'utf8' })).toMatch(/^As written: ten_01k9/);
    const cut = spawnSync(process.execPath, [command, '--checkpoint', kept, file('cut.ndjson', exported(log, 1, 2))], { encoding: 'utf8' });
    expect([cut.status, cut.stdout]).toEqual([1, expect.stringContaining('checkpoint.beyond')]);
    expect(spawnSync(process.execPath, [command, path.join(folder, 'missing')]).status).toBe(2);
  });

  it('is small, and needs nothing but Node', () => {
    const sources = ['verify.mjs', 'inkproof-verify.mjs'].map((name) => fs.readFileSync(path.join(import.meta.dirname, name), 'utf8'));
    expect(sources.join('').split('\n').length).toBeLessThanOrEqual(500);
    for (const [, from] of sources.join('').matchAll(/from '([^']+)'/g)) expect(from).toMatch(/^(node:|\.\/(verify|documents|zip)\.mjs)/);
  });
});
