import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TellRetention as TellOfDisputes } from '../libs/availability/src/actions/tell-retention.js';
import { TellRetention as TellOfChanges } from '../libs/change/src/actions/tell-retention.js';
import { openErasingBench, type ErasingBench } from '../libs/consent/src/testing/erasing-bench.js';
import { TellRetention as TellOfNotices } from '../libs/notice/src/actions/tell-retention.js';
import { TellRetention as TellOfTickets } from '../libs/support/src/actions/tell-retention.js';

const DAY_MS = 86_400_000;
let bench: ErasingBench;
beforeAll(async () => {
  bench = await openErasingBench();
  const { erase, database, objects } = bench;
  new TellOfTickets(erase, database, objects);
  new TellOfNotices(erase, database);
  new TellOfChanges(erase, database);
  new TellOfDisputes(erase, database);
  await bench.places.check();
});
afterAll(() => bench.close());

type Plant = (tenantId: string, isOver: boolean) => Promise<string>;
const insert = (table: string, row: Record<string, unknown>): Promise<unknown> => {
  const columns = Object.keys(row).map((column) => `"${column}"`).join(', ');
  return bench.owner.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`, [JSON.stringify(row)]);
};
const ticket = async (tenantId: string): Promise<string> => {
  const [id, at] = [bench.ids.next('tkt'), bench.clock.now()];
  await insert('ticket', { id, tenant_id: tenantId, subject: 'x', priority: 'p3', state: 'open', opened_at: at, opened_by: 'per_x', changed_at: at, standing: {} });
  return id;
};
/** To one tenant, and to everybody. */
const notice = async (tenantId: string | null, isOver: boolean): Promise<string> => {
  const [id, at] = [bench.ids.next('ntc'), bench.clock.now()];
  await insert('notice', { id, tenant_id: tenantId, kind: 'maintenance.scheduled', subject: `mnt_${id}`, once: id, components: [], plans: [], staff: [], words: {}, link: '/', published_at: at, resolved_at: at, expanded_at: isOver ? at : null, compatible: false });
  return id;
};
const told = async (tenantId: string, id: string): Promise<void> => {
  const mail = bench.ids.next('mal');
  await insert('notice_tenant', { notice_id: id, tenant_id: tenantId });
  await insert('notice_delivery', { id: bench.ids.next('ndl'), notice_id: id, tenant_id: tenantId, person_id: 'per_x', channel: 'mail', kind: 'maintenance.scheduled', owed: true, created_at: bench.clock.now(), state: 'accepted', attempts: 1, pinned: false, carrier_id: mail });
  const { drawer, row } = await bench.drawers.lay(tenantId, `mail ${mail}`);
  await bench.database.writeAsTenant(tenantId, [row]);
  await bench.owner.query(`INSERT INTO mail_archive (mail_id, tenant_id, kept_at, sha256, sealed, sealed_key) VALUES ($1, $2, $3, 'x', $4, 'x')`, [mail, tenantId, bench.clock.now(), drawer.seal(`${mail} message`, Buffer.from('as it was mailed'))]);
};
const change = async (tenantId: string, isOver: boolean): Promise<string> => {
  const [id, at] = [bench.ids.next('chg'), bench.clock.now()];
  await insert('change_notice', { id, tenant_id: tenantId, urgency: 'urgent', state: isOver ? 'confirmed' : 'applied', change: {}, settings: [], reason: 'x', contact: 'x', filed_at: at, filed_by: 'per_x', standing: {}, subject: `key_${id}` });
  await insert('change_event', { id: bench.ids.next('chv'), tenant_id: tenantId, notice_id: id, place: 1, at, kind: isOver ? 'confirmed' : 'filed', side: 'tenant', by: 'per_x' });
  return id;
};
const surge = async (tenantId: string, isOver: boolean): Promise<string> => {
  const [id, at] = [bench.ids.next('scn'), bench.clock.now()];
  await insert('security_notice', { id, tenant_id: tenantId, origin: 'detected', kind: 'abnormal_traffic', since: at, at, ended_at: isOver ? at : null, ticket_id: `tkt_of_${id}` });
  return id;
};
const dispute = async (tenantId: string, isOver: boolean): Promise<string> => {
  const [id, outage, at] = [bench.ids.next('dsp'), bench.ids.next('out'), bench.clock.now()];
  await insert('outage', { id: outage, component_id: 'recognition', from: at, until: at, found_by: 'staff', entered_at: at, entered_by: 'per_x', words: 'x' });
  await insert('outage_dispute', { id, tenant_id: tenantId, outage_id: outage, ticket_id: await ticket(tenantId), at, by: 'per_x', ...(isOver ? { state: 'rejected', answer: 'x', settled_at: at, settled_by: 'per_x' } : { state: 'open' }) });
  return id;
};

const kinds: Record<string, { plant: Plant; tables: string[]; relative: (id: string) => Promise<string>; erase: string }> = {
  'a notice': { plant: async (tenantId, isOver) => notice(tenantId, isOver).then(async (id) => (await told(tenantId, id), id)), tables: ['notice', 'notice_tenant', 'notice_delivery', 'mail_archive'], relative: async (id) => `mnt_${id}`, erase: 'gate_erase_notices' },
  'a change notice': { plant: change, tables: ['change_notice', 'change_event'], relative: async (id) => `key_${id}`, erase: 'gate_erase_changes' },
  'a security notice': { plant: surge, tables: ['security_notice'], relative: async (id) => `tkt_of_${id}`, erase: 'gate_erase_security_notices' },
  'a dispute': { plant: dispute, tables: ['outage_dispute'], relative: async (id) => (await bench.owner.query<{ outage_id: string }>('SELECT outage_id FROM outage_dispute WHERE id = $1', [id])).rows[0]!.outage_id, erase: 'gate_erase_disputes' },
};
const rowsOf = async (tenantId: string, tables: readonly string[]): Promise<number> => (await Promise.all(tables.map(async (table) => (await bench.owner.query(`SELECT FROM ${table} WHERE tenant_id = $1`, [tenantId])).rowCount!))).reduce((sum, count) => sum + count, 0);
/** Until no rule keeps what was over in this moment. */
const untilItIsDue = () => bench.clock.advance(1_097 * DAY_MS);

describe.each(Object.entries(kinds))('%s', (_, { plant, tables, relative, erase }) => {
  let tenantId: Id<'ten'>;
  let by: Actor;
  beforeAll(async () => {
    ({ tenantId, by } = await bench.tenant());
  });

  it('goes when its time is over and not before, whole, with a tombstone and a certificate', async () => {
    const id = await plant(tenantId, true);
    bench.clock.advance(1_090 * DAY_MS);
    await bench.sweep.sweep();
    expect(await rowsOf(tenantId, tables)).toBe(tables.length);
    bench.clock.advance(7 * DAY_MS);
    // Beside what the kinds before this one have left.
    const [due] = await bench.sweep.look(bench.clock.now());
    const { erased, byClass } = await bench.sweep.sweep();
    expect([due!.count - due!.staying, byClass]).toEqual([erased, { correspondence: erased }]);
    expect(await rowsOf(tenantId, tables)).toBe(0);
    expect((await bench.owner.query('SELECT record_class FROM tombstone WHERE tenant_id = $1 AND object_id = $2', [tenantId, id])).rows).toEqual([{ record_class: 'correspondence' }]);
    expect((await bench.certificatesOf(tenantId)).map(({ erased, verification }) => [erased.count, verification.rows_left])).toEqual([[1, 0]]);
  });

  it('stays while it is not over, and while a hold names it or what it is about', async () => {
    const [open, held] = [await plant(tenantId, false), await plant(tenantId, true)];
    await bench.hold(tenantId, { objects: [await relative(held)] });
    untilItIsDue();
    await bench.sweep.sweep();
    const looked = await bench.database.changeAsTenant(tenantId, (run) => bench.erase.look(run, tenantId, 'correspondence', [open, held]));
    expect([[...looked.held.keys()], looked.kept, looked.erased]).toEqual([[held], [open], []]);
    expect(await rowsOf(tenantId, tables)).toBe(2 * tables.length);
  });

  it('is erased by nobody else and in no other way', async () => {
    const id = await plant(tenantId, true);
    const other = await bench.tenant();
    const erasing = (who: string, whose: string) => bench.database.changeAsTenant(who, (run) => run({ text: `SELECT * FROM ${erase}($1, $2)`, values: [whose, [id]] }));
    await expect(erasing(other.tenantId, tenantId)).rejects.toThrow('by its own tenant');
    expect(await erasing(other.tenantId, other.tenantId)).toEqual([]);
    await expect(erasing(tenantId, tenantId)).rejects.toThrow('goes by the one way of erasing or not at all');
    await expect(bench.one.for(tenantId, 'correspondence', id, by)).rejects.toThrow('period is not over');
    expect(await rowsOf(tenantId, tables)).toBe(3 * tables.length);
  });
});

it('what was told to everybody goes for one tenant and stays for the others', async () => {
  const [one, other] = [await bench.tenant(), await bench.tenant()];
  const id = await notice(null, true);
  await Promise.all([told(one.tenantId, id), told(other.tenantId, id)]);
  untilItIsDue();
  const certificate = await bench.one.for(one.tenantId, 'correspondence', id, one.by);
  expect(JSON.parse(certificate!.body)).toMatchObject({ erased: { count: 1 }, keys: { count: 1 } });
  const tables = ['notice_tenant', 'notice_delivery', 'mail_archive'];
  expect([await rowsOf(one.tenantId, tables), await rowsOf(other.tenantId, tables)]).toEqual([0, 3]);
  expect((await bench.owner.query('SELECT FROM notice WHERE id = $1', [id])).rowCount).toBe(1);
  expect((await bench.owner.query('SELECT FROM drawer WHERE owner = $1', [one.tenantId])).rowCount).toBe(0);
});

it('everything of a tenant takes one of each, the dispute before the ticket that it was told by', async () => {
  const { tenantId, by } = await bench.tenant();
  for (const { plant } of Object.values(kinds)) await plant(tenantId, true);
  await bench.owner.query(`INSERT INTO ticket_event (id, tenant_id, ticket_id, place, at, kind, side, state) SELECT 'tev_' || id, tenant_id, id, 1, opened_at, 'state_set', 'system', 'closed' FROM ticket WHERE tenant_id = $1`, [tenantId]);
  untilItIsDue();
  const { total, ...told } = await bench.deletion.preview(tenantId, { everything: 'tenant' });
  expect(total).toBe(5);
  expect(told).toEqual({ erasable: [{ record_class: 'correspondence', count: 5 }], kept: [], held: [] });
  const { id } = await bench.deletion.for(tenantId, { selection: { everything: 'tenant' }, expected: total, delay_days: 0 }, by);
  await bench.carryOut.one(tenantId, id);
  expect(await rowsOf(tenantId, ['ticket', 'ticket_event', ...Object.values(kinds).flatMap(({ tables }) => tables)])).toBe(0);
  expect((await bench.certificatesOf(tenantId))[0]!.erased.by_class).toContainEqual({ record_class: 'correspondence', count: 5 });
});
