import { SortableIds, type Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holdable } from '../model/erasable.js';
import { PEPPER, RetentionBench, staff } from '../testing/retention-bench.js';
import { subjectHashOf } from './subject-hash.js';

const rec = (): string => new SortableIds().next('rec');
const thing = (id: string, more: Partial<Holdable> = {}): Holdable => ({ id, subjects: [], relatives: [], ...more });
const because = { reason: 'A letter of the court', reference: '(2026) 1' };
let bench: RetentionBench;
let tenant: Id<'ten'>;
let other: Id<'ten'>;

beforeAll(async () => {
  bench = await RetentionBench.open();
  [tenant, other] = [await bench.newTenant(), await bench.newTenant()];
});
afterAll(() => bench.close());

const over = async (tenantId: string, ...things: Holdable[]): Promise<Record<string, string[]>> => Object.fromEntries(await bench.database.changeAsTenant(tenantId, (run) => bench.holds.over(run, tenantId, things)));

describe('a hold', () => {
  it('on things holds those and what came of them, and nothing else', async () => {
    const [one, two] = [rec(), rec()];
    const { id } = await bench.place.for({ tenant, scope: 'object', objects: [one], ...because }, staff());
    expect(await over(tenant, thing(one), thing(two), thing('job_x', { relatives: [one] }))).toEqual({ [one]: [id], job_x: [id] });
    expect(await over(other, thing(one))).toEqual({});
  });

  it('of a case grows by name', async () => {
    const [one, two] = [rec(), rec()];
    const { id } = await bench.place.for({ tenant, scope: 'case', objects: [one], ...because }, staff());
    expect(await bench.place.widen(id, [one, two], staff())).toMatchObject({ objects: 2 });
    expect(await over(tenant, thing(two))).toEqual({ [two]: [id] });
  });

  it('on a person holds what tells of them, of that tenant', async () => {
    const { id } = await bench.place.for({ tenant, scope: 'subject', subject: 'customer 7', ...because }, staff());
    const things = [thing('rec_a', { subjects: [subjectHashOf(PEPPER, tenant, 'customer 7')] }), thing('rec_b', { subjects: [subjectHashOf(PEPPER, tenant, 'customer 8')] })];
    expect(await over(tenant, ...things)).toEqual({ rec_a: [id] });
    expect(subjectHashOf(PEPPER, other, 'customer 7')).not.toEqual(subjectHashOf(PEPPER, tenant, 'customer 7'));
  });

  it('on a tenant holds everything', async () => {
    const whole = await bench.newTenant();
    const { id } = await bench.place.for({ tenant: whole, scope: 'tenant', ...because }, staff());
    expect(await over(whole, thing('rec_a'), thing('job_b'))).toEqual({ rec_a: [id], job_b: [id] });
  });

  it('is told of in the log of the provider with its reason, and in the tenant’s without', async () => {
    const { rows } = await bench.root.query<{ chain: string; reason: string | null }>(`SELECT chain, body::jsonb ->> 'reason' AS reason FROM audit_entry WHERE action = 'hold.placed' AND chain IN ('provider', $1) ORDER BY seq`, [tenant]);
    expect(new Set(rows.filter(({ chain }) => chain === 'provider').map(({ reason }) => reason))).toEqual(new Set([because.reason]));
    expect(new Set(rows.filter(({ chain }) => chain === tenant).map(({ reason }) => reason))).toEqual(new Set([null]));
  });

  it('of no tenant there is cannot be placed', async () => {
    await expect(bench.place.for({ tenant: `ten_${'0'.repeat(26)}`, scope: 'tenant', ...because }, staff())).rejects.toMatchObject({ code: 'tenant.not_found' });
  });
});

describe('lifting a hold', () => {
  const placed = async () => {
    const one = rec();
    const { id } = await bench.place.for({ tenant, scope: 'object', objects: [one], ...because }, staff('per_maker'));
    return { id, one };
  };

  it('is approved while it is widened and asked for again, and nobody waits for another in a circle', async () => {
    for (let i = 0; i < 20; i++) {
      const { id } = await bench.place.for({ tenant, scope: 'case', objects: [rec()], ...because }, staff());
      const approval = await bench.lift.ask(id, 'Over', staff('per_maker'));
      const [approved, ...others] = await Promise.allSettled([bench.approve(approval), bench.lift.ask(id, 'Once more', staff()), bench.place.widen(id, [rec()], staff())]);
      expect(approved).toMatchObject({ status: 'fulfilled' });
      for (const one of others) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'hold.lifted' });
    }
  });

  it('takes two people, and holds until then', async () => {
    const { id, one } = await placed();
    const approval = await bench.lift.ask(id, 'The matter is over', staff('per_maker'));
    expect((await over(tenant, thing(one)))[one]).toContain(id);
    await expect(bench.approve(approval, staff('per_maker'))).rejects.toMatchObject({ code: 'approval.own' });
    await expect(bench.approve(approval, staff('per_support', 'support'))).rejects.toMatchObject({ code: 'access.denied' });
    await expect(bench.lift.ask(id, 'Once more', staff())).rejects.toMatchObject({ code: 'hold.lifted' });
    await bench.approve(approval);
    expect(await over(tenant, thing(one))).toEqual({});
    await expect(bench.lift.ask(id, 'Once more', staff())).rejects.toMatchObject({ code: 'hold.lifted' });
    await expect(bench.place.widen(id, [one], staff())).rejects.toMatchObject({ code: 'hold.lifted' });
  });

  it('cannot be done past the two, by whoever writes to the table', async () => {
    const { id } = await placed();
    await expect(bench.database.changeAsProvider((run) => run({ text: `UPDATE legal_hold SET lifted_at = clock_timestamp(), lift_approval = 'apr_x' WHERE id = $1`, values: [id] }))).rejects.toThrow(/no two people/);
    expect(await bench.database.changeAsTenant(tenant, (run) => run({ text: 'UPDATE legal_hold SET lifted_at = clock_timestamp() WHERE tenant_id = $2 AND id = $1 RETURNING 1', values: [id, tenant] }))).toEqual([]);
    await expect(bench.database.changeAsProvider((run) => run({ text: 'DELETE FROM legal_hold WHERE id = $1', values: [id] }))).rejects.toThrow(/permission denied/);
  });
});

it('a matter of another domain holds its evidence', async () => {
  const quiet = await bench.newTenant();
  bench.holds.register({ holding: async (_, tenantId) => new Map(tenantId === quiet ? [['rec_e', ['ins_1']]] : []) });
  expect(await over(quiet, thing('rec_e'), thing('rec_f'))).toEqual({ rec_e: ['ins_1'] });
});

it('what is being erased is waited for, and nothing is erased beside a hold that is being placed', async () => {
  const busy = await bench.newTenant();
  const order: string[] = [];
  const erasing = bench.database.changeAsTenant(busy, async (run) => {
    await bench.holds.share(run, busy);
    await bench.holds.over(run, busy, [thing('rec_a')]);
    order.push('asked');
    await run({ text: 'SELECT pg_sleep(0.3)', values: [] });
    order.push('erased');
  });
  await expect.poll(() => order).toContain('asked');
  await bench.place.for({ tenant: busy, scope: 'tenant', ...because }, staff()).then(() => order.push('placed'));
  await erasing;
  expect(order).toEqual(['asked', 'erased', 'placed']);
});
