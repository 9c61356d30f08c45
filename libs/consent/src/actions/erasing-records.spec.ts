import { createPublicKey, verify } from 'node:crypto';
import { SigningKey } from '@inkproof/audit';
import { afterCalendarMonths, DAY_MS, type Id } from '@inkproof/kernel';
import { subjectHashOf } from '@inkproof/retention';
import { moveText } from '@inkproof/spec-database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openErasingBench, type ErasingBench } from '../testing/erasing-bench.js';
import { planting, type Planting } from '../testing/plant-records.js';
import { PEPPER } from '../testing/request-bench.js';

let bench: ErasingBench;
let plant: ReturnType<typeof planting>;
let tenant: Planting;
beforeAll(async () => {
  bench = await openErasingBench();
  plant = planting(bench);
  // As the domain that keeps recognitions takes them away.
  bench.erase.register({
    class: 'recognition',
    lock: async (run, tenantId, ids) => (await run<{ id: string }>({ text: 'SELECT id FROM recognition WHERE tenant_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE', values: [tenantId, ids] })).map(({ id }) => ({ id, subjects: [], relatives: [], start: 'none' })),
    destroy: async (run, tenantId, ids) => (await run<{ id: string }>({ text: 'DELETE FROM recognition WHERE tenant_id = $1 AND id = ANY($2) RETURNING id', values: [tenantId, ids] })).map(({ id }) => ({ id, keys: [], blobs: [] })),
    left: async () => [],
    select: async (run, tenantId, _selection, afterId, size) => (await run<{ id: string }>({ text: 'SELECT id FROM recognition WHERE tenant_id = $1 AND id > $2 ORDER BY id LIMIT $3', values: [tenantId, afterId, size] })).map(({ id }) => id),
    count: async (run, tenantId) => (await run<{ count: number }>({ text: 'SELECT count(*)::int AS count FROM recognition WHERE tenant_id = $1', values: [tenantId] }))[0]!.count,
  });
});
afterAll(() => bench.close());
beforeEach(async () => {
  tenant = await bench.tenant();
});

const rowsOf = async (tables: readonly string[], tenantId: string = tenant.tenantId): Promise<number> => (await Promise.all(tables.map(async (table) => (await bench.owner.query(`SELECT FROM ${table} WHERE tenant_id = $1`, [tenantId])).rowCount!))).reduce((sum, count) => sum + count, 0);
const standing = async (table: string): Promise<string[]> => (await bench.owner.query<{ id: string }>(`SELECT id FROM ${table} WHERE tenant_id = $1 ORDER BY id`, [tenant.tenantId])).rows.map(({ id }) => id);
const toInstant = (at: Date) => bench.clock.advance(at.getTime() - bench.clock.now().getTime());
const threeYearsOn = () => toInstant(afterCalendarMonths(bench.clock.now(), 36));
const look = (recordClass: 'filing' | 'inspection' | 'data_subject_request', ids: readonly string[]) => bench.database.changeAsTenant(tenant.tenantId, (run) => bench.erase.look(run, tenant.tenantId, recordClass, ids));
/** As the bench signs. */
const publicKey = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), new SigningKey([Buffer.alloc(32, 9)]).publicKey]), format: 'der', type: 'spki' });

const kinds = [
  {
    name: 'a version of a filing', recordClass: 'filing' as const, erase: 'gate_erase_filings',
    tables: ['filing_version', 'filing', 'filing_span', 'filing_file', 'filing_event', 'stored_object'],
    plant: (of: Planting, isOver = true) => plant.version(of, { isOver }),
    relative: async (id: string) => (await bench.owner.query<{ filing_id: string }>('SELECT filing_id FROM filing_version WHERE id = $1', [id])).rows[0]!.filing_id,
  },
  {
    name: 'an inspection', recordClass: 'inspection' as const, erase: 'gate_erase_inspections',
    tables: ['inspection', 'inspection_item', 'inspection_file', 'inspection_event', 'stored_object'],
    plant: (of: Planting, isOver = true) => plant.inspection(of, { isOver }),
    relative: async (id: string) => (await bench.owner.query<{ authorisation_id: string }>('SELECT authorisation_id FROM inspection_item WHERE inspection_id = $1', [id])).rows[0]!.authorisation_id,
  },
  {
    name: 'a request of a person', recordClass: 'data_subject_request' as const, erase: 'gate_erase_requests',
    tables: ['subject_request', 'request_event', 'request_task'],
    plant: (of: Planting, isOver = true) => plant.request(of, { isOver }),
    relative: async (id: string) => id,
  },
];

describe.each(kinds)('$name', ({ recordClass, erase, tables, plant: plantOne, relative }) => {
  it('goes three years after it was over and not before, whole, with a tombstone and a certificate that can be checked', async () => {
    const id = await plantOne(tenant);
    const count = await rowsOf(tables);
    const blobs = (await bench.owner.query<{ blob: string }>('SELECT blob FROM stored_object WHERE tenant_id = $1 UNION ALL SELECT key FROM drawer WHERE owner = $1', [tenant.tenantId])).rows.map(({ blob }) => blob);
    expect(blobs).toHaveLength(1);
    toInstant(new Date(afterCalendarMonths(bench.clock.now(), 36).getTime() - 1));
    await bench.sweep.sweep();
    expect(await rowsOf(tables)).toBe(count);
    bench.clock.advance(1);
    // Looking touches nothing.
    expect(await bench.sweep.look(bench.clock.now())).toContainEqual(expect.objectContaining({ recordClass, count: 1, staying: 0 }));
    expect(await rowsOf(tables)).toBe(count);
    expect(await bench.sweep.sweep()).toMatchObject({ erased: 1, byClass: { [recordClass]: 1 } });
    expect(await rowsOf(tables)).toBe(0);
    expect(await Promise.all(blobs.map((blob) => bench.places.exists(blob)))).toEqual([false]);
    expect((await bench.owner.query('SELECT object_id, record_class FROM tombstone WHERE tenant_id = $1', [tenant.tenantId])).rows).toEqual([{ object_id: id, record_class: recordClass }]);
    expect(await bench.certificatesOf(tenant.tenantId)).toMatchObject([{ deletion: { origin: 'expiry' }, erased: { count: 1, by_class: [{ record_class: recordClass, count: 1 }] }, keys: { count: 1 }, verification: { rows_left: 0, keys_left: 0, blobs_left: 0 } }]);
    const { rows } = await bench.owner.query<{ body: string; signature: Buffer }>('SELECT body, signature FROM deletion_certificate WHERE tenant_id = $1', [tenant.tenantId]);
    expect(verify(null, Buffer.from(`inkproof:deletion:1\n${rows[0]!.body}`), publicKey, rows[0]!.signature)).toBe(true);
  });

  it('stays while it is not over, while a hold names it or what it is about, and while the tenant wishes it kept longer', async () => {
    const [open, held, wished] = [await plantOne(tenant, false), await plantOne(tenant), await plantOne(tenant)];
    await bench.hold(tenant.tenantId, { objects: [await relative(held)] });
    await bench.owner.query(`INSERT INTO retention_rule (id, tenant_id, record_class, basis, months, source, set_by, set_at) VALUES ($1, $2, $3, 'tenant', 40, 'x', 'x', clock_timestamp())`, [bench.ids.next('rtr'), tenant.tenantId, recordClass]);
    const count = await rowsOf(tables);
    threeYearsOn();
    await bench.sweep.sweep();
    expect(await rowsOf(tables)).toBe(count);
    bench.clock.advance(200 * DAY_MS);
    await bench.sweep.sweep();
    const { held: heldNow, kept, erased } = await look(recordClass, [open, held, wished]);
    expect([[...heldNow.keys(), ...kept].sort(), erased]).toEqual([[open, held].sort(), []]);
    expect((await bench.owner.query('SELECT object_id FROM tombstone WHERE tenant_id = $1', [tenant.tenantId])).rows).toEqual([{ object_id: wished }]);
  });

  it('is erased by nobody else and in no other way', async () => {
    const id = await plantOne(tenant);
    const count = await rowsOf(tables);
    const other = await bench.tenant();
    const erasing = (who: string, whose: string) => bench.database.changeAsTenant(who, (run) => run({ text: `SELECT * FROM ${erase}($1, $2)`, values: [whose, [id]] }));
    await expect(erasing(other.tenantId, tenant.tenantId)).rejects.toThrow('by its own tenant');
    expect(await erasing(other.tenantId, other.tenantId)).toEqual([]);
    await expect(erasing(tenant.tenantId, tenant.tenantId)).rejects.toThrow('goes by the one way of erasing or not at all');
    await expect(bench.one.for(tenant.tenantId, recordClass, id, tenant.by)).rejects.toMatchObject({ code: 'retention.not_over' });
    expect(await rowsOf(tables)).toBe(count);
  });

  it('is not lost to a hold that comes while sweeps and deletions erase', async () => {
    const all: string[] = [];
    for (let times = 0; times < 16; times++) all.push(await plantOne(tenant));
    threeYearsOn();
    const isThere = async (id: string) => (await bench.owner.query(`SELECT FROM ${tables[0]!} WHERE id = $1`, [id])).rowCount === 1;
    // Held from the commit on: it is either there, or was gone before.
    const kept: string[] = [];
    const holding = async (from: number) => {
      for (const id of all.slice(from, from + 5)) {
        await bench.hold(tenant.tenantId, { objects: [id] });
        if (await isThere(id)) kept.push(id);
      }
    };
    const erasing = async () => {
      for (const id of all) await bench.one.for(tenant.tenantId, recordClass, id, tenant.by).catch((error: { code?: string; name: string }) => expect(error.code ?? error.name).toMatch(/^(retention\.held|StillThere)$/));
    };
    await Promise.all([holding(11), erasing().then(() => bench.sweep.sweep()), holding(6), bench.sweep.sweep()]);
    await bench.sweep.sweep();
    expect(await standing(tables[0]!)).toEqual(kept.sort());
  }, 60_000);
});

describe('a version of a filing that is over', () => {
  const versions = () => standing('filing_version');
  const filingOf = async (id: string): Promise<string> => (await bench.owner.query<{ filing_id: string }>('SELECT filing_id FROM filing_version WHERE id = $1', [id])).rows[0]!.filing_id;

  it.each(['withdrawn', 'refused'] as const)('because it was %s goes as well', async (state) => {
    await plant.version(tenant, { state });
    threeYearsOn();
    await bench.sweep.sweep();
    expect(await versions()).toEqual([]);
  });

  it('leaves its filing to the other versions', async () => {
    const over = await plant.version(tenant);
    const filingId = await filingOf(over);
    const standing = await plant.version(tenant, { isOver: false, filingId, number: 2 });
    threeYearsOn();
    await bench.sweep.sweep();
    expect(await versions()).toEqual([standing]);
    expect(await filingOf(standing)).toBe(filingId);
  });

  it('stays while a recognition that relied on it is kept, and until three years after that was made', async () => {
    const id = await plant.version(tenant);
    bench.clock.advance(100 * DAY_MS);
    const due = afterCalendarMonths(bench.clock.now(), 36);
    const recognition = await plant.recognition(tenant, id);
    toInstant(new Date(due.getTime() - DAY_MS));
    await bench.sweep.sweep();
    expect((await look('filing', [id])).kept).toEqual([id]);
    await bench.one.for(tenant.tenantId, 'recognition', recognition, tenant.by);
    await bench.sweep.sweep();
    expect(await versions()).toEqual([id]);
    toInstant(due);
    await bench.sweep.sweep();
    expect(await versions()).toEqual([]);
  });

  it('stays while a word is kept that was given under it or under one before, and until three years after that ended', async () => {
    const filingId = bench.ids.next('flg');
    const first = await plant.version(tenant, { isOver: false, filingId });
    const word = await bench.granted(tenant, filingId);
    await moveText(bench.owner, first, 'superseded');
    await bench.owner.query('UPDATE filing_version SET ended_at = $2 WHERE id = $1', [first, bench.clock.now()]);
    const second = await plant.version(tenant, { filingId, number: 2, state: 'withdrawn' });
    // It stands for as long as somebody holds it, whatever became of its text.
    await bench.hold(tenant.tenantId, { objects: [word] });
    bench.clock.advance(10 * DAY_MS);
    await bench.withdraw.for(tenant.tenantId, word, tenant.by);
    const due = afterCalendarMonths(bench.clock.now(), 36);
    toInstant(new Date(due.getTime() - DAY_MS));
    await bench.sweep.sweep();
    expect(new Set((await look('filing', [first, second])).kept)).toEqual(new Set([first, second]));
    await bench.owner.query('ALTER TABLE legal_hold DISABLE TRIGGER legal_hold_law');
    await bench.owner.query(`UPDATE legal_hold SET lifted_at = clock_timestamp(), lift_approval = 'x' WHERE tenant_id = $1`, [tenant.tenantId]);
    await bench.owner.query('ALTER TABLE legal_hold ENABLE TRIGGER legal_hold_law');
    await bench.sweep.sweep();
    expect(await bench.standing(tenant.tenantId)).toEqual([]);
    expect(await versions()).toEqual([first]);
    toInstant(due);
    await bench.sweep.sweep();
    expect(await versions()).toEqual([]);
  });

  it('stays while an inspection is kept that drew a word of it, and is evidence while that is open', async () => {
    const [drawn, kept] = [await plant.version(tenant), await plant.version(tenant)];
    threeYearsOn();
    const open = await plant.inspection(tenant, { isOver: false, versionId: drawn });
    await plant.inspection(tenant, { versionId: kept });
    await bench.sweep.sweep();
    expect(await look('filing', [drawn, kept])).toMatchObject({ held: new Map([[drawn, [open]]]), kept: [kept], erased: [] });
    threeYearsOn();
    // The inspection that is over goes first, and what it drew from in the same round.
    await bench.sweep.sweep();
    expect([await versions(), await standing('inspection')]).toEqual([[drawn], [open]]);
  });
});

it('what was said with a request is opened by nobody once that was erased, and while it is open it is its own evidence', async () => {
  const [open, over] = [await plant.request(tenant, { isOver: false }), await plant.request(tenant, { subject: 'customer 7' })];
  expect((await bench.read.one(tenant.tenantId, over as Id<'dsr'>)).id).toBe(over);
  threeYearsOn();
  expect((await look('data_subject_request', [open, over])).held).toEqual(new Map([[open, [open]]]));
  await bench.hold(tenant.tenantId, { scope: 'subject', subjectHash: subjectHashOf(PEPPER, tenant.tenantId, 'customer 8') });
  await bench.sweep.sweep();
  await expect(bench.read.one(tenant.tenantId, over as Id<'dsr'>)).rejects.toMatchObject({ code: 'dsr.not_found' });
  expect((await bench.owner.query<{ name: string }>('SELECT name FROM drawer WHERE owner = $1', [tenant.tenantId])).rows).toEqual([{ name: open }]);
});

it('a hold on a person keeps what they asked, and the inspection that drew their word', async () => {
  const { filing } = await bench.text(tenant.tenantId);
  const word = await bench.granted(tenant, filing, { subject: 'customer 7' });
  const [asked, drawn] = [await plant.request(tenant, { subject: 'customer 7' }), await plant.inspection(tenant, { authorisation: word })];
  const hold = await bench.hold(tenant.tenantId, { scope: 'subject', subjectHash: subjectHashOf(PEPPER, tenant.tenantId, 'customer 7') });
  threeYearsOn();
  await bench.sweep.sweep();
  expect([(await look('data_subject_request', [asked])).held, (await look('inspection', [drawn])).held]).toEqual([new Map([[asked, [hold]]]), new Map([[drawn, [hold]]])]);
});

it('everything of a tenant takes one of each whose time is over, and says what stays', async () => {
  for (const { plant: plantOne } of kinds) await plantOne(tenant);
  threeYearsOn();
  for (const { plant: plantOne } of kinds) await plantOne(tenant);
  const each = kinds.map(({ recordClass }) => ({ record_class: recordClass, count: 1 }));
  const selection = { everything: 'tenant' } as const;
  const told = await bench.deletion.preview(tenant.tenantId, selection);
  expect(told).toMatchObject({ total: 6, erasable: expect.arrayContaining(each), kept: expect.arrayContaining(each), held: [] });
  const { id } = await bench.deletion.for(tenant.tenantId, { selection, expected: 6, delay_days: 0 }, tenant.by);
  await bench.carryOut.one(tenant.tenantId, id);
  expect(await bench.certificatesOf(tenant.tenantId)).toMatchObject([{ erased: { by_class: expect.arrayContaining(each) }, excluded: { held: 0, kept: 3 } }]);
  expect(await Promise.all(kinds.map(({ tables: [table] }) => rowsOf([table!])))).toEqual([1, 1, 1]);
});

it('everything of a tenant takes what relies on a text before the text, and the preview tells what the act comes to', async () => {
  const [over, young, alone] = [await plant.version(tenant), await plant.version(tenant), await plant.version(tenant)];
  await plant.recognition(tenant, over);
  await plant.inspection(tenant, { versionId: over });
  threeYearsOn();
  // Relied on since: it goes, and its text three years after it.
  await plant.recognition(tenant, young);
  const selection = { everything: 'tenant' } as const;
  const told = await bench.deletion.preview(tenant.tenantId, selection);
  expect(told).toEqual({ total: 6, held: [], kept: [{ record_class: 'filing', count: 1 }], erasable: expect.arrayContaining([{ record_class: 'recognition', count: 2 }, { record_class: 'inspection', count: 1 }, { record_class: 'filing', count: 2 }]) });
  expect(await standing('filing_version')).toEqual([over, young, alone].sort());
  const { id } = await bench.deletion.for(tenant.tenantId, { selection, expected: told.total, delay_days: 0 }, tenant.by);
  await bench.carryOut.one(tenant.tenantId, id);
  expect(await standing('filing_version')).toEqual([young]);
  expect(await standing('recognition')).toEqual([]);
  expect(await bench.certificatesOf(tenant.tenantId)).toMatchObject([{ erased: { by_class: expect.arrayContaining(told.erasable) }, excluded: { held: 0, kept: 1 } }]);
});
