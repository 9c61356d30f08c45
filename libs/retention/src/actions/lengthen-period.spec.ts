import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { monthsOf } from '../model/period.js';
import { owner, RetentionBench, staff } from '../testing/retention-bench.js';

let bench: RetentionBench;
let tenant: Id<'ten'>;
let other: Id<'ten'>;
beforeAll(async () => {
  bench = await RetentionBench.open(4);
  [tenant, other] = [await bench.newTenant(), await bench.newTenant()];
});
afterAll(() => bench.close());

const months = async (tenantId: string, recordClass: Parameters<typeof monthsOf>[1]) => monthsOf(await bench.database.changeAsTenant(tenantId, (run) => bench.rules.inForce(run, tenantId)), recordClass);

it('begins with what the agreement and the law say, the longer of the two', async () => {
  expect(await months(tenant, 'authorisation_material')).toBe(6);
  expect(await months(tenant, 'filing')).toBe(36);
  expect(await months(tenant, 'processing_record')).toBe(36);
  expect(await months(tenant, 'access_log')).toBe(6);
  expect(await months(tenant, 'recognition_result')).toBe(0);
});

it('grows for the tenant who wishes it, and for nobody else', async () => {
  await bench.lengthen.forTenant(tenant, { recordClass: 'filing', months: 60, source: 'Our auditors' }, owner);
  expect([await months(tenant, 'filing'), await months(other, 'filing')]).toEqual([60, 36]);
});

it('is not made shorter, neither than the law nor than a wish of before', async () => {
  for (const less of [12, 36, 60]) await expect(bench.lengthen.forTenant(tenant, { recordClass: 'filing', months: less, source: 'x' }, owner)).rejects.toMatchObject({ code: 'retention.not_shorter' });
  await expect(bench.lengthen.forEverybody('law', { recordClass: 'filing', months: 12, source: 'x' }, staff())).rejects.toMatchObject({ code: 'retention.not_shorter' });
});

it('is held by the store too, whoever writes to it', async () => {
  const add = (basis: string, tenantId: string | null, most: number) => ({ text: 'INSERT INTO retention_rule (id, tenant_id, record_class, basis, months, source, set_by, set_at) VALUES ($1, $2, $3, $4::"RetentionBasis", $5, $1, $1, clock_timestamp())', values: [`x${basis}`, tenantId, 'filing', basis, most] });
  await expect(bench.database.changeAsTenant(other, (run) => run(add('tenant', other, 35)))).rejects.toThrow(/36 months at least/);
  await expect(bench.database.changeAsProvider((run) => run(add('law', null, 35)))).rejects.toThrow(/36 months at least/);
  await expect(bench.database.changeAsTenant(other, (run) => run(add('law', null, 90)))).rejects.toThrow(/row-level security/);
  for (const change of ['UPDATE retention_rule SET months = 1', 'DELETE FROM retention_rule']) await expect(bench.database.changeAsProvider((run) => run({ text: change, values: [] }))).rejects.toThrow(/permission denied/);
});

it('keeps its history', async () => {
  await bench.lengthen.forEverybody('agreement', { recordClass: 'authorisation_material', months: 12, source: 'Annex 3' }, staff());
  const history = await bench.database.changeAsProvider((run) => bench.rules.history(run));
  expect(history.filter(({ recordClass }) => recordClass === 'authorisation_material').map(({ months: of, source }) => [of, source])).toEqual([[6, '三.1(5)'], [12, 'Annex 3']]);
  expect(await months(other, 'authorisation_material')).toBe(12);
});
