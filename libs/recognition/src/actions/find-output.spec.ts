import { FoundTenant } from '@inkproof/identity';
import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { Database } from '@inkproof/platform';
import { DeletionStore } from '@inkproof/retention';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecognitionStore } from '../store/recognition-store.js';
import { recognitionOf } from '../testing/reading-of.js';
import { FindOutput } from './find-output.js';
import { openVault } from '../testing/open-vault.js';

const ids = new CountingIds();
const clock = new StillClock();
const masterKey = Buffer.alloc(32, 7);
const UNTIL = '2026-12-22T04:00:00.000Z';
let spec: SpecDatabase;
let database: Database;
let store: RecognitionStore;
let find: FindOutput;
let tenant: Id<'ten'>;
let other: Id<'ten'>;

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 3 });
  const objects = openVault(database, masterKey, ids, clock);
  store = new RecognitionStore(database, objects, ids, clock, masterKey);
  find = new FindOutput(store, objects, database, new DeletionStore());
  const open = async (email: string) => (await database.asProvider((tx) => new FoundTenant(ids, clock).in(tx, { name: 'x', owner: { name: 'x', email, password: 'x' } }))).tenantId;
  tenant = await open('a@inkproof.example');
  other = await open('b@inkproof.example');
});
afterAll(async () => {
  await database.close();
  await spec.drop();
});

const written = async (kept: 'none' | 'result' | 'all') => {
  const recognition = recognitionOf(ids.next('rec'), ['Invoice', '沈若川'], { retention: { kept, until: kept === 'none' ? null : UNTIL } });
  await database.writeAsTenant(tenant, await store.lay(tenant, null, recognition, Buffer.from('a file')));
  return recognition;
};

it('gives what was kept in the form that is asked for', async () => {
  const recognition = await written('result');
  expect(JSON.parse(String((await find.for(tenant, recognition.id, 'json')).body))).toEqual(recognition);
  expect(await find.for(tenant, recognition.id, 'text')).toEqual({ format: 'text', mediaType: 'text/plain', body: 'Invoice 沈若川' });
  for (const format of ['markdown', 'hocr', 'alto', 'tsv'] as const) expect((await find.for(tenant, recognition.id, format)).body).toContain('沈若川');
});

it('says that a result was not kept, and that a searchable PDF needs the file', async () => {
  await expect(find.for(tenant, (await written('none')).id, 'json')).rejects.toMatchObject({ code: 'recognition.not_kept' });
  await expect(find.for(tenant, (await written('result')).id, 'pdf')).rejects.toMatchObject({ code: 'recognition.file_not_kept' });
});

it('answers alike for another tenant’s and for none', async () => {
  const { id } = await written('result');
  await expect(find.for(other, id, 'json')).rejects.toMatchObject({ code: 'recognition.not_found' });
  await expect(find.for(other, 'rec_nothing', 'json')).rejects.toMatchObject({ code: 'recognition.not_found' });
});
