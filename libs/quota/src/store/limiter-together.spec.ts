import { dice } from '@inkproof/kernel';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

/** Beyond the second in which the rings are not trusted. */
const BASE = '2030-01-01T00:00:00Z';
const SCENES = 150;

let spec: SpecDatabase;
let owner: pg.Client;
beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  await owner.query(`UPDATE quota_sentinel SET since = clock_timestamp() - interval '1 hour'`);
});
afterAll(async () => {
  await owner.end();
  await spec.drop();
});

interface Call {
  pages: number;
  flies: boolean;
  lease: string;
}
interface Caller {
  key: string | null;
  n: number | null;
  kind: 'live' | 'test';
}

const judge = async (tenant: string, { key, n, kind }: Caller, calls: readonly Call[], atUs: number): Promise<unknown[]> =>
  (await owner.query(`SELECT * FROM unnest(quota_judge($1, $2, $3, $4, $5, true, $6, $7, 1500, true, $8::timestamptz + $9 * interval '1 microsecond'))`, [tenant, key, n, kind, calls.map(({ pages }) => pages), calls.map(({ flies }) => flies), calls.map(({ lease }) => `${tenant} ${lease}`), BASE, atUs])).rows;

it('calls that are judged together are told what they would be told one by one, whichever limit is short', async () => {
  const draw = dice(1);
  const upTo = (most: number) => Math.floor(draw() * (most + 1));
  const limits = new Set<unknown>();
  for (let scene = 0; scene < SCENES; scene++) {
    const grants = [1 + upTo(8), 1 + upTo(8), draw() < 0.5 ? null : upTo(20), draw() < 0.2, 1 + upTo(3), 1 + upTo(3)];
    await owner.query('INSERT INTO plan VALUES ($1, 1, 1, 1, 1, 1, 1, 1, $2, $3, $4, $5, $6)', [`plan_${scene}`, ...grants.slice(1)]);
    const tenants = [`ten_alone_${scene}`, `ten_together_${scene}`] as const;
    for (const tenant of tenants) {
      await owner.query('INSERT INTO tenant (id, name, created_at, plan_name) VALUES ($1, $1, now(), $2)', [tenant, `plan_${scene}`]);
      await owner.query('INSERT INTO quota (tenant_id, requests_per_second) VALUES ($1, $2)', [tenant, grants[0]]);
    }
    let atUs = 0;
    for (let round = 0; round < 6; round++) {
      atUs += upTo(700_000);
      const caller: Caller = draw() < 0.2 ? { key: null, n: null, kind: 'test' } : draw() < 0.4 ? { key: null, n: null, kind: 'live' } : { key: 'key_a', n: 3, kind: 'live' };
      const calls = Array.from({ length: 1 + upTo(8) }, (_, i) => ({ pages: caller.kind === 'test' ? 0 : upTo(6), flies: draw() < 0.7, lease: `${round} ${i}` }));
      const alone: unknown[] = [];
      for (const call of calls) alone.push(...(await judge(tenants[0], caller, [call], atUs)));
      const together = await judge(tenants[1], caller, calls, atUs);
      expect(named(together), `scene ${scene}, round ${round}`).toEqual(named(alone));
      for (const { refused_by } of together as { refused_by: unknown }[]) limits.add(refused_by);
    }
    // And they leave the same behind.
    const [left, right] = await Promise.all(tenants.map((tenant) => owner.query(`SELECT r.name, r.accepted, r.latest_at, r.instants::text, (SELECT count(*) FROM quota_lease l WHERE l.tenant_id = r.tenant_id) AS leases FROM quota_ring r WHERE r.tenant_id = $1 ORDER BY r.name`, [tenant])));
    expect(right!.rows, `scene ${scene}`).toEqual(left!.rows);
  }
  expect([...limits].sort()).toEqual(['allowance', 'in_flight', 'key', 'tenant', 'test', null].sort());
}, 120_000);

/** How many are in flight is counted only where that decides something, and a refusal of all of them does not. */
const named = (verdicts: readonly unknown[]): unknown[] =>
  (verdicts as Record<string, unknown>[]).map(({ accepted, refused_by, at, retry_after_us, remaining, key_remaining }) => ({ accepted, refused_by, at, retry_after_us, remaining, key_remaining }));
