import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeepFilingFiles } from '../libs/consent/src/actions/keep-filing-files.js';
import { FilingStore } from '../libs/consent/src/store/filing-store.js';
import { openErasingBench, type ErasingBench } from '../libs/consent/src/testing/erasing-bench.js';
import { TellErasable } from '../libs/recognition/src/actions/tell-erasable.js';
import { RecognitionStore } from '../libs/recognition/src/store/recognition-store.js';
import { recognitionOf } from '../libs/recognition/src/testing/reading-of.js';

const YEAR_MS = 366 * 24 * 3_600_000;
const CANARY = 'canary';
const canary = (): string => `${CANARY}${randomBytes(12).toString('hex')}`;
const [result, file, material, filingFile, words, name, reference] = [canary(), canary(), canary(), canary(), canary(), canary(), canary()];
const secrets = { result, file, material, filingFile, words, name, reference };
/** Lies in the open, so that the search is seen to find what there is. What it stands for never ended so: the log leaves out the end that two versions of a row have in common. */
const open = `${canary()}!`;

let bench: ErasingBench;
let recognitions: RecognitionStore;
let tenantId: Id<'ten'>;
let by: Actor;
let server: string;
let blobs: string[];

/** Undefined for what went meanwhile: others come and go beside this one. */
const there = <Found>(look: () => Found): Found | undefined => {
  try {
    return look();
  } catch (error) {
    if (/^(ENOENT|ENOTDIR|EACCES|ENXIO)$/.test((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
};
const filesUnder = (folder: string): string[] =>
  (there(() => readdirSync(folder, { withFileTypes: true })) ?? []).flatMap((entry) => {
    const one = path.join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(one) : entry.isFile() ? [one] : [];
  });

/** A text as it is, as the store prints bytes, and as base64 wherever that may begin. */
const formsOf = (text: string, base64Signs: number): Buffer[] => [Buffer.from(text), Buffer.from(Buffer.from(text).toString('hex')), ...[0, 1, 2].map((shift) => Buffer.from(Buffer.from(text.slice(shift)).toString('base64').slice(0, base64Signs)))];
/** How each canary begins, in base64 as far as what follows does not show. Few files have it, and only those are searched for each. */
const beginnings = formsOf(CANARY, 5);

/** Which of them can be read in which files. */
const readable = (folders: readonly string[], wanted: Record<string, string>): string[] => {
  const forms = Object.entries(wanted).flatMap(([of, text]) => formsOf(text, 24).map((form) => ({ of, form })));
  return folders.flatMap((folder) => filesUnder(folder).flatMap((one) => {
    const content = there(() => readFileSync(one));
    return content && beginnings.some((form) => content.includes(form)) ? forms.filter(({ form }) => content.includes(form)).map(({ of }) => `${of} in ${one}`) : [];
  }));
};
const flush = async (): Promise<void> => {
  await bench.owner.query('CHECKPOINT');
  await bench.owner.query('SELECT pg_switch_wal()');
};
/** Database files, WAL and log of the server, blobs, and what this product leaves in the folder for temporary files. */
const everywhere = (): string[] => [server, bench.folder, ...readdirSync(os.tmpdir()).filter((entry) => entry.startsWith('inkproof-') && !server.includes(entry)).map((entry) => path.join(os.tmpdir(), entry)).filter((folder) => !folder.startsWith(path.join(os.tmpdir(), 'inkproof-specs-')))];

beforeAll(async () => {
  bench = await openErasingBench();
  const { database, objects, ids, clock, erase, owner, trail, masterKey } = bench;
  new TellErasable(erase, database, objects, clock);
  recognitions = new RecognitionStore(database, objects, ids, clock, masterKey);
  ({ tenantId, by } = await bench.tenant());
  server = path.dirname((await owner.query<{ data_directory: string }>('SHOW data_directory')).rows[0]!.data_directory);
  await owner.query('UPDATE tenant SET name = $2 WHERE id = $1', [tenantId, open]);

  const until = new Date(clock.now().getTime() + YEAR_MS).toISOString();
  await database.writeAsTenant(tenantId, await recognitions.lay(tenantId, null, recognitionOf(ids.next('rec'), [result], { retention: { kept: 'all', until } }), Buffer.from(file)));
  const { filing } = await bench.text(tenantId);
  await bench.withdraw.for(tenantId, await bench.granted({ tenantId, by }, filing, { subject: reference, bytes: Buffer.from(material) }), by);
  const [draft, version] = [ids.next('flg'), ids.next('flv')];
  await owner.query(`INSERT INTO filing (id, tenant_id, name, created_at, created_by) VALUES ($1, $2, 'x', clock_timestamp(), 'per_x')`, [draft, tenantId]);
  await owner.query(`INSERT INTO filing_version (id, tenant_id, filing_id, number, text_sha256, created_at, created_by) VALUES ($1, $2, $3, 1, encode(sha256(''), 'hex'), clock_timestamp(), 'per_x')`, [version, tenantId, draft]);
  await new KeepFilingFiles(database, new FilingStore(), objects, trail, ids, clock).add(tenantId, draft, { kind: 'contract', name: 'contract.pdf', bytes: Buffer.from(`%PDF-1.7\n${filingFile}`) }, by);
  await database.asTenant(tenantId, (tx) => bench.take.in(tx, tenantId, { kind: 'delete', relation: 'self', language: 'en', words, name, email: `${name}@person.example`, subject: reference }, { source: 'tenant', by }));
  blobs = await bench.objectsOf(tenantId);
});
afterAll(() => bench.close());

describe('what is written into every kind of field', () => {
  it('can be read in no file of the store, of the storage or of the machine while it is kept', async () => {
    await flush();
    expect(blobs).toHaveLength(4);
    expect(readable([server], { open }).some((found) => found.includes('pg_wal'))).toBe(true);
    expect(readable([server], { open }).some((found) => found.includes(`${path.sep}base${path.sep}`))).toBe(true);
    expect(readable(everywhere(), secrets)).toEqual([]);
  }, 60_000);

  it('nor after it was erased, and its keys and bytes are gone', async () => {
    const rec = (await bench.owner.query<{ id: Id<'rec'> }>('SELECT id FROM recognition WHERE tenant_id = $1', [tenantId])).rows[0]!.id;
    await bench.one.for(tenantId, 'recognition', rec, by);
    bench.clock.advance(YEAR_MS);
    await bench.sweep.sweep();
    await flush();
    expect(readable(everywhere(), secrets)).toEqual([]);
    // The file of a filing is what is kept still.
    const left = await bench.objectsOf(tenantId);
    expect(left).toHaveLength(1);
    expect((await Promise.all(blobs.map((blob) => bench.blobs.exists(blob)))).filter(Boolean)).toHaveLength(1);
    expect(await bench.standing(tenantId)).toEqual([]);
    expect((await bench.owner.query('SELECT FROM recognition WHERE tenant_id = $1', [tenantId])).rowCount).toBe(0);
    expect((await bench.certificatesOf(tenantId)).map(({ keys }) => keys.count).sort()).toEqual([1, 2]);
  }, 60_000);
});
