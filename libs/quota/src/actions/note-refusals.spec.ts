import { SortableIds, type Id } from '@inkproof/kernel';
import { createLog, Database } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LedgerEntry } from '../model/ledger-entry.js';
import { LedgerStore } from '../store/ledger-store.js';
import { NoteRefusals } from './note-refusals.js';

const MOST_WAITING = 100;
const ids = new SortableIds();
let spec: SpecDatabase;
let database: Database;
let owner: pg.Client;
let lines: { level: number; msg: string; entries?: number }[];

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 2 });
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await spec.drop();
});
beforeEach(() => {
  lines = [];
});

const notesOn = (on: Database): NoteRefusals => new NoteRefusals(new LedgerStore(on, ids), createLog('debug', { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[0]) }), MOST_WAITING);
const refusal = (requestId: string): LedgerEntry => ({ at: '2026-11-22T04:00:00.123456Z', requestId, keyId: null, channel: 'console', environment: 'live', route: 'recognitions', outcome: 'refused', code: 'rate.exceeded', recognitionId: null, pages: 0, billedPages: 0, pageReasons: {}, durationMs: 0 });
const newTenant = async (): Promise<Id<'ten'>> => {
  const id = ids.next('ten');
  await database.asProvider((tx) => tx.tenant.create({ data: { id, name: 'x', createdAt: new Date() } }));
  return id;
};
const noted = async (tenantId: string) => (await owner.query<{ request_id: string }>('SELECT request_id FROM ledger_entry WHERE tenant_id = $1 ORDER BY request_id', [tenantId])).rows.map((row) => row.request_id);

it('are in the ledger of their tenants, once each, after one writing', async () => {
  const notes = notesOn(database);
  const [one, other] = [await newTenant(), await newTenant()];
  for (const name of ['a', 'b', 'c']) notes.add(one, refusal(name));
  notes.add(other, refusal('d'));
  expect([await noted(one), await noted(other)]).toEqual([[], []]);
  await notes.write();
  await notes.write();
  expect([await noted(one), await noted(other)]).toEqual([['a', 'b', 'c'], ['d']]);
});

it('are written by themselves soon after', async () => {
  const notes = notesOn(database);
  const tenantId = await newTenant();
  notes.onApplicationBootstrap();
  notes.add(tenantId, refusal('a'));
  await expect.poll(() => noted(tenantId), { timeout: 5_000 }).toEqual(['a']);
  await notes.beforeApplicationShutdown();
});

it('of the last moments are written before the node stops', async () => {
  const notes = notesOn(database);
  const tenantId = await newTenant();
  notes.onApplicationBootstrap();
  notes.add(tenantId, refusal('a'));
  const writing = notes.write();
  notes.add(tenantId, refusal('b'));
  await notes.beforeApplicationShutdown();
  await writing;
  expect(await noted(tenantId)).toEqual(['a', 'b']);
});

it('that cannot be written are kept and written later, and hold up nobody else’s', async () => {
  const notes = notesOn(database);
  const [theirs, later] = [await newTenant(), ids.next('ten')];
  notes.add(later, refusal('a'));
  notes.add(theirs, refusal('b'));
  await notes.write();
  expect([await noted(later), await noted(theirs)]).toEqual([[], ['b']]);
  expect(lines).toEqual([expect.objectContaining({ level: 40, msg: 'refused calls are not in the ledger yet', entries: 1 })]);
  await owner.query('INSERT INTO tenant (id, name, created_at) VALUES ($1, $1, now())', [later]);
  notes.add(later, refusal('c'));
  await notes.write();
  expect(await noted(later)).toEqual(['a', 'c']);
});

it('beyond what memory is given are counted and let go, and their number is told once', async () => {
  const closed = new Database({ url: spec.url, pool: 1 });
  await closed.close();
  const notes = notesOn(closed);
  const tenantId = ids.next('ten');
  const entry = refusal('a');
  for (let i = 0; i < MOST_WAITING + 5; i++) notes.add(tenantId, entry);
  await notes.write();
  expect(lines.map(({ level, entries }) => [level, entries])).toEqual([[40, MOST_WAITING], [50, 5]]);
  await notes.write();
  expect(lines.filter(({ level }) => level === 50)).toHaveLength(1);
});
