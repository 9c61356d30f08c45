import { SealStore, Seals, SigningKey, type Actor } from '@inkproof/audit';
import { PROBE_TENANT } from '@inkproof/contract';
import { KeepProbeTenant } from '@inkproof/identity';
import type { Id } from '@inkproof/kernel';
import { AskDeletion, blobsLeftIn, CertificateStore, Certify, DeletionStore, Erase, Holds, HoldStore, OpenDeletion, RuleStore, SweepExpired, SweepStore } from '@inkproof/retention';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';
import { PassOverDesk } from './pass-over-desk.js';
import { TellRetention } from './tell-retention.js';

const DAY_MS = 86_400_000;

let bench: DeskBench;
let lin: Actor;
let eraser: ReturnType<typeof openEraser>;

const openEraser = ({ database, objects, places, trail, ids, clock }: DeskBench) => {
  const [holds, deletions] = [new Holds(new HoldStore()), new DeletionStore()];
  const erase = new Erase(new RuleStore(), holds, deletions, trail, clock);
  new TellRetention(erase, database, objects);
  const open = new OpenDeletion(deletions, ids, clock);
  const key = new SigningKey([Buffer.alloc(32, 9)]);
  const certify = new Certify(database, erase, deletions, new CertificateStore(), blobsLeftIn(places), new Seals(database, new SealStore(), key), key, trail, ids, clock, 0);
  return { holds, deletion: new AskDeletion(database, erase, deletions, trail, ids, clock), sweep: new SweepExpired(database, erase, open, certify, new SweepStore(database), ids, clock) };
};

beforeAll(async () => {
  bench = await openDeskBench();
  lin = await bench.staff('Lin');
  eraser = openEraser(bench);
});
afterAll(() => bench.close());

const file = (name: string) => ({ name, bytes: Buffer.from(`Canary of ${name}`) });
/** With a file of the tenant's, one of an answer and one of a note. */
const conversation = async (of?: Awaited<ReturnType<DeskBench['tenant']>>) => {
  const { tenantId, by } = of ?? (await bench.tenant());
  const { id } = await bench.tenantSide.open(tenantId, { subject: 'x', words: 'x', priority: 'p4' }, by, [file('question.txt')]);
  await bench.desk.reply(id as Id<'tkt'>, { words: 'x', state: 'resolved' }, lin, [file('answer.txt')]);
  await bench.desk.note(id as Id<'tkt'>, 'x', lin, [file('note.txt')]);
  return { tenantId, by, email: '', id: id as Id<'tkt'> };
};
const closed = async () => {
  bench.clock.advance(14 * DAY_MS);
  while ((await bench.watch.once()) > 0);
};
const count = async (tenantId: string): Promise<Record<string, number>> => {
  const tables = ['ticket', 'ticket_event', 'ticket_note', 'ticket_file', 'ticket_note_file', 'stored_object', 'tombstone'];
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, (await bench.owner.query(`SELECT 1 FROM ${table} WHERE tenant_id = $1`, [tenantId])).rowCount!] as const)));
};

it('a ticket goes whole when its time is over, with notes and files, and leaves a tombstone', async () => {
  const { tenantId } = await conversation();
  const standing = await count(tenantId);
  expect(standing).toMatchObject({ ticket: 1, ticket_note: 1, ticket_file: 2, ticket_note_file: 1, stored_object: 3, tombstone: 0 });
  await closed();
  bench.clock.advance(1_094 * DAY_MS);
  expect((await eraser.sweep.sweep()).erased).toBe(0);
  bench.clock.advance(3 * DAY_MS);
  expect(await eraser.sweep.sweep()).toMatchObject({ due: 1, erased: 1, byClass: { correspondence: 1 } });
  expect(await count(tenantId)).toEqual({ ticket: 0, ticket_event: 0, ticket_note: 0, ticket_file: 0, ticket_note_file: 0, stored_object: 0, tombstone: 1 });
  const { rows } = await bench.owner.query<{ keys: string[] }>('SELECT keys FROM tombstone WHERE tenant_id = $1', [tenantId]);
  expect(rows[0]!.keys).toHaveLength(3);
  expect((await bench.owner.query('SELECT 1 FROM deletion_certificate WHERE tenant_id = $1', [tenantId])).rowCount).toBe(1);
});

it('one that is open stays, whatever is asked for and however long ago it was opened', async () => {
  const { tenantId } = await conversation();
  bench.clock.advance(5 * DAY_MS);
  expect(await eraser.deletion.preview(tenantId, { everything: 'tenant' })).toMatchObject({ erasable: [], kept: [{ record_class: 'correspondence', count: 1 }] });
});

it('one that a hold names, or whatever it was linked to, stays for as long', async () => {
  const tenant = await conversation();
  const recognition = `rec_${'0'.repeat(26)}`;
  await bench.desk.change(tenant.id, { priority: 'p3', link: recognition }, lin);
  await closed();
  const hold = bench.ids.next('hld');
  await bench.owner.query(`INSERT INTO legal_hold (id, tenant_id, scope, reason, reference, placed_by, placed_at) VALUES ($1, $2, 'object', 'x', 'x', 'per_x', clock_timestamp())`, [hold, tenant.tenantId]);
  await bench.owner.query('INSERT INTO legal_hold_item (hold_id, tenant_id, object_id) VALUES ($1, $2, $3)', [hold, tenant.tenantId, recognition]);
  bench.clock.advance(1_100 * DAY_MS);
  expect(await eraser.sweep.sweep()).toMatchObject({ held: 1 });
  expect((await count(tenant.tenantId))['ticket']).toBe(1);
});

it('no tenant erases another one’s, and none erases anything but by the one way', async () => {
  const [{ tenantId, id }, other] = [await conversation(), await bench.tenant()];
  const erasing = (who: string, whose: string) => bench.database.changeAsTenant(who, (run) => run({ text: 'SELECT * FROM gate_erase_tickets($1, $2)', values: [whose, [id]] }));
  await expect(erasing(other.tenantId, tenantId)).rejects.toThrow('by their own tenant');
  expect(await erasing(other.tenantId, other.tenantId)).toEqual([]);
  await expect(erasing(tenantId, tenantId)).rejects.toThrow('goes by the one way of erasing or not at all');
  expect((await count(tenantId))['ticket']).toBe(1);
});

it('what the probe wrote goes after a week, a day of it at a time, while a tenant’s stays', async () => {
  await new KeepProbeTenant(bench.database, bench.trail, bench.ids, bench.clock, 'pepper '.repeat(6)).key();
  const desk = new PassOverDesk(bench.database, bench.store, bench.book, bench.trail);
  const { tenantId } = await conversation();
  await closed();
  for (let i = 0; i < 3; i++) await bench.tenantSide.open(PROBE_TENANT, { subject: 'x', words: 'x', priority: 'p4' }, { kind: 'key', id: 'key_probe', requestId: null });
  await desk.close();
  bench.clock.advance(7 * DAY_MS);
  await eraser.sweep.sweep();
  expect((await count(PROBE_TENANT))['ticket']).toBe(3);
  bench.clock.advance(DAY_MS);
  await eraser.sweep.sweep();
  expect(await count(PROBE_TENANT)).toMatchObject({ ticket: 0, ticket_event: 0, tombstone: 3 });
  expect((await bench.owner.query('SELECT 1 FROM deletion_certificate WHERE tenant_id = $1', [PROBE_TENANT])).rowCount).toBe(1);
  expect((await count(tenantId))['ticket']).toBe(1);
});
