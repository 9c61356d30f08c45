import { openSpecDatabase, UnsteadyWire, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database, type Statement } from './database.js';

let spec: SpecDatabase;
let owner: pg.Client;
let database: Database;

beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  for (const id of ['ten_one', 'ten_two']) await owner.query("INSERT INTO tenant (id, name, created_at) VALUES ($1, 'x', clock_timestamp())", [id]);
  database = new Database({ url: spec.url, pool: 1 });
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await spec.drop();
});

const lease = (id: string, tenantId = 'ten_one', pages: unknown = 1): Statement => ({
  name: 'spec_lease',
  text: "INSERT INTO quota_lease (id, tenant_id, environment, in_flight, pages, month) VALUES ($1, $2, 'live', false, $3, '2026-11-01')",
  values: [id, tenantId, pages],
});
const kept = async (): Promise<string[]> => (await owner.query<{ id: string }>("SELECT id FROM quota_lease ORDER BY id")).rows.map(({ id }) => id);
const processOf = async (): Promise<number> => (await database.changeAsTenant('ten_one', (run) => run<{ pid: number }>({ text: 'SELECT pg_backend_pid() AS pid', values: [] })))[0]!.pid;

describe('rows that are written in one message', () => {
  it('are all there or none', async () => {
    await database.writeAsTenant('ten_one', [lease('a'), lease('b')]);
    await expect(database.writeAsTenant('ten_one', [lease('c'), lease('a')])).rejects.toMatchObject({ code: '23505', constraint: 'quota_lease_pkey' });
    expect(await kept()).toEqual(['a', 'b']);
  });

  it('are one request to the store, which is heard as a whole or not at all', async () => {
    const wire = await UnsteadyWire.to(spec.url);
    const far = new Database({ url: wire.url, pool: 1 });
    await far.ping();
    wire.dieAt(1, true);
    await expect(far.writeAsTenant('ten_one', [lease('heard 1'), lease('heard 2')])).rejects.toThrow();
    wire.mend();
    await far.ping();
    wire.dieAt(1, false);
    await expect(far.writeAsTenant('ten_one', [lease('lost 1'), lease('lost 2')])).rejects.toThrow();
    await far.close();
    await wire.close();
    await expect.poll(kept).toEqual(['a', 'b', 'heard 1', 'heard 2']);
  });

  it('are of the tenant they are written for, and the connection speaks for nobody afterwards', async () => {
    await expect(database.writeAsTenant('ten_one', [lease('d', 'ten_two')])).rejects.toMatchObject({ code: '42501' });
    await database.writeAsTenant('ten_one', [lease('e')]);
    expect(await database.asProvider((tx) => tx.$queryRaw`SELECT current_setting('app.tenant_id', true) AS spoken`)).toEqual([{ spoken: '' }]);
  });

  it('are not sent at all when one of their values cannot be', async () => {
    const round: Record<string, unknown> = {};
    round.itself = round;
    await expect(database.writeAsTenant('ten_one', [lease('f'), lease('g', 'ten_one', round)])).rejects.toThrow(/circular/);
    await database.writeAsTenant('ten_one', [lease('h')]);
    expect(await kept()).not.toContain('f');
    expect(await kept()).toContain('h');
  });

  it('leave a connection that refused them to the next, unless it may not know a statement of theirs', async () => {
    const before = await processOf();
    await expect(database.writeAsTenant('ten_one', [lease('h')])).rejects.toThrow();
    expect(await processOf()).toBe(before);
    const fresh = { ...lease('i'), name: 'spec_lease_anew' };
    await expect(database.writeAsTenant('ten_one', [lease('h'), fresh])).rejects.toThrow();
    expect(await processOf()).not.toBe(before);
    await database.writeAsTenant('ten_one', [fresh]);
    expect(await kept()).toContain('i');
  });
});
