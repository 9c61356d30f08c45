import { createHash } from 'node:crypto';
import type { Actor } from '@inkproof/audit';
import type { AttestationRequest } from '@inkproof/contract';
import { addDays, daysBetween, type Day, type Id } from '@inkproof/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openExpiryBench, type ExpiryBench } from '../testing/expiry-bench.js';

let bench: ExpiryBench;
let tenant: { tenantId: Id<'ten'>; by: Actor };
let expiries: AttestationRequest['expiries'];
let day: Day = '2027-01-01';

beforeAll(async () => {
  bench = await openExpiryBench();
});
afterAll(() => bench.close());

/** Three days of a tenant are over. */
beforeEach(async () => {
  tenant = await bench.tenant();
  const { versionId } = await bench.keeping(tenant.tenantId, 1);
  day = addDays(day, 10);
  await bench.lookOn(day);
  for (const one of daysBetween(day, addDays(day, 2))) await bench.calls(tenant.tenantId, versionId, `${one}T02:00:00.000Z`, 2);
  await bench.lookOn(addDays(day, 5));
  expiries = (await bench.listed(tenant.tenantId)).map(({ id }) => id as `exp_${string}`);
});

const attest = (request: Partial<AttestationRequest>, of = tenant) => bench.attest.for(of.tenantId, { expiries, outcome: 'deleted', ...request }, of.by);
const entries = () => bench.detailsOf(tenant.tenantId, 'attestation.made');

it('attests many at once, by whom and when, and the log has the digest of all of them', async () => {
  const now = bench.clock.now();
  const attested = await attest({});
  expect(attested).toHaveLength(3);
  expect(new Set(attested.map(({ attestation }) => attestation!.id)).size).toBe(1);
  expect(attested[0]!.attestation).toMatchObject({ by: tenant.by.id, at: now, deletedAt: now, outcome: 'deleted', basis: null });
  const sha256 = createHash('sha256').update(expiries.toSorted().map((id) => `${id}\n`).join('')).digest('hex');
  expect(await entries()).toEqual([{ outcome: 'deleted', expiries: 3, copies: 6, expiries_sha256: sha256 }]);
});

it('said again changes nothing, and leaves no second entry', async () => {
  const first = await attest({ expiries: expiries.slice(0, 1) });
  bench.clock.advance(1_000);
  expect(await attest({ expiries: expiries.slice(0, 1) })).toEqual(first);
  expect(await entries()).toHaveLength(1);
});

it('attests only what is still open among what is named, and once when two say so at once', async () => {
  await attest({ expiries: expiries.slice(0, 1) });
  await Promise.all([attest({}), attest({})]);
  expect((await entries()).map(({ expiries: count }) => count)).toEqual([1, 2]);
});

it('takes the law by which copies are kept, and later that they are deleted, and never the other way', async () => {
  await attest({ outcome: 'kept_by_law', basis: 'Anti-Money Laundering Law, art. 34' });
  await attest({ outcome: 'kept_by_law', basis: 'another' });
  const deleted = await attest({ deleted_at: bench.clock.now().toISOString() });
  expect(deleted.map(({ outcome }) => outcome)).toEqual(['deleted', 'deleted', 'deleted']);
  expect(await attest({ outcome: 'kept_by_law', basis: 'x' })).toEqual(deleted);
  expect((await entries()).map(({ outcome }) => outcome)).toEqual(['kept_by_law', 'deleted']);
  expect((await bench.owner.query('SELECT FROM attestation WHERE tenant_id = $1', [tenant.tenantId])).rowCount).toBe(2);
});

it('refuses all of it where one is another tenant’s or nobody’s, with the same words but for the id', async () => {
  const other = await bench.tenant();
  const refused = (id: string) => attest({ expiries: [id as `exp_${string}`] }, other).then(() => null, ({ code, message }: { code: string; message: string }) => [code, message.replace(id, 'it')]);
  const missing: `exp_${string}` = `exp_${'0'.repeat(26)}`;
  expect(await refused(expiries[0]!)).toEqual(await refused(missing));
  expect((await refused(missing))?.[0]).toBe('expiry.not_found');
  await expect(attest({ expiries: [...expiries, missing] })).rejects.toMatchObject({ code: 'expiry.not_found' });
  expect(await entries()).toEqual([]);
});

it('takes no word for what is still to come', async () => {
  await expect(attest({ deleted_at: new Date(bench.clock.now().getTime() + 1).toISOString() })).rejects.toMatchObject({ code: 'request.invalid', extras: { errors: [{ field: 'deleted_at' }] } });
});

it('cannot be changed afterwards by anybody who writes for the application', async () => {
  await attest({});
  await expect(bench.database.asTenant(tenant.tenantId, (tx) => tx.$executeRaw`UPDATE attestation SET basis = 'x' WHERE tenant_id = ${tenant.tenantId}`)).rejects.toThrow(/permission denied/);
});
