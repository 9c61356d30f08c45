import type { Actor } from '@inkproof/audit';
import { addDays, daysBetween, shanghaiDay, type Id } from '@inkproof/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openExpiryBench, type ExpiryBench } from '../testing/expiry-bench.js';

let bench: ExpiryBench;
let tenant: { tenantId: Id<'ten'>; by: Actor; email: string };

beforeAll(async () => {
  bench = await openExpiryBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  tenant = await bench.tenant();
  await bench.webhook(tenant.tenantId, ['retention.expired', 'retention.unattested']);
});

const told = async () => (await bench.told(tenant.tenantId)).map(({ event, data }) => [event, data['told_on'], (data['expiries'] as { day: string; count: number }[]).map(({ day, count }) => (day ? [day, count] : 'id'))]);
/** Of this tenant: officers are mailed of others too. */
const mails = async (address = tenant.email) => (await bench.mailsTo(address)).filter(({ subject }) => subject.includes(`T ${tenant.tenantId.slice(-4)}`));

describe('results a tenant was given', () => {
  it('are asked about on the morning after the last day for which people were told they are kept, once, by day and text', async () => {
    const { filing, versionId } = await bench.keeping(tenant.tenantId, 3);
    await bench.lookOn('2027-03-01');
    await bench.calls(tenant.tenantId, versionId, '2027-03-01T16:00:00.000Z', 2);
    await bench.calls(tenant.tenantId, versionId, '2027-03-02T15:59:59.999Z', 3);
    await bench.calls(tenant.tenantId, versionId, '2027-03-02T16:00:00.000Z', 4);
    for (const day of daysBetween('2027-03-02', '2027-03-08')) for (const hour of [8, 9, 15]) await bench.lookOn(day, hour);
    expect(await told()).toEqual([
      ['retention.expired', '2027-03-06', [['2027-03-02', 5]]],
      ['retention.expired', '2027-03-07', [['2027-03-03', 4]]],
    ]);
    expect((await bench.listed(tenant.tenantId)).map(({ filing: of, dueAt, kind }) => [of, dueAt.toISOString(), kind]).sort()).toEqual([
      [{ id: filing, name: 'terms', version: 1 }, '2027-03-05T16:00:00.000Z', 'results'],
      [{ id: filing, name: 'terms', version: 1 }, '2027-03-06T16:00:00.000Z', 'results'],
    ]);
  });

  it('are asked about for every day on which no node ran', async () => {
    const { versionId } = await bench.keeping(tenant.tenantId, 1);
    await bench.lookOn('2027-04-01');
    for (const day of daysBetween('2027-04-01', '2027-04-05')) await bench.calls(tenant.tenantId, versionId, `${day}T02:00:00.000Z`, 1);
    await bench.lookOn('2027-04-06');
    expect(await told()).toEqual([['retention.expired', '2027-04-06', expect.arrayContaining(['2027-04-01', '2027-04-02', '2027-04-03', '2027-04-04'].map((day) => [day, 1]))]]);
    expect((await bench.listed(tenant.tenantId)).length).toBe(4);
  });

  it('are not asked about where nothing is kept, nothing was declared, or the call was refused', async () => {
    const [{ versionId: nothing }, { versionId: unsaid }, { versionId: kept }] = [await bench.keeping(tenant.tenantId, 0), await bench.keeping(tenant.tenantId, null), await bench.keeping(tenant.tenantId, 1)];
    await bench.lookOn('2027-05-01');
    for (const version of [nothing, unsaid, null]) await bench.calls(tenant.tenantId, version, '2027-05-01T02:00:00.000Z', 1);
    await bench.calls(tenant.tenantId, kept, '2027-05-01T02:00:00.000Z', 1, 'refused');
    for (const day of daysBetween('2027-05-02', '2027-05-05')) await bench.lookOn(day);
    expect(await told()).toEqual([]);
  });

  it('of before anybody looked are not asked about', async () => {
    const { versionId } = await bench.keeping(tenant.tenantId, 1);
    await bench.calls(tenant.tenantId, versionId, '2027-05-10T02:00:00.000Z', 1);
    await bench.lookOn('2027-05-20');
    expect(await told()).toEqual([]);
  });
});

describe('material a tenant kept itself', () => {
  it('is counted as its record is erased, and asked about on the next day; what lay in the vault is not', async () => {
    const { versionId } = await bench.keeping(tenant.tenantId, 0);
    bench.toHour(shanghaiDay(new Date()), 12);
    await bench.materialOver(tenant.tenantId, versionId, 3);
    await bench.materialOver(tenant.tenantId, versionId, 2, 'vault');
    await bench.sweep.sweep();
    await bench.materialOver(tenant.tenantId, versionId, 4);
    await bench.sweep.sweep();
    // By the store's clock, which is nobody's to turn.
    const today = shanghaiDay(new Date());
    expect(await bench.standing(tenant.tenantId)).toEqual([]);
    expect(await bench.listed(tenant.tenantId)).toEqual([]);
    await bench.lookOn(addDays(today, 1));
    expect(await told()).toEqual([['retention.expired', addDays(today, 1), [[today, 7]]]]);
    expect((await bench.listed(tenant.tenantId)).map(({ kind, count }) => [kind, count])).toEqual([['material', 7]]);
  });
});

describe('what nobody attests', () => {
  it('is mailed of once a week, and after a fortnight brought before compliance staff, once for each tenant', async () => {
    const officer = await bench.staff();
    const { versionId } = await bench.keeping(tenant.tenantId, 1);
    await bench.lookOn('2028-01-01');
    for (const day of ['2028-01-01', '2028-01-02', '2028-01-03'] as const) await bench.calls(tenant.tenantId, versionId, `${day}T02:00:00.000Z`, 2);
    const mailed: [string, number, number][] = [];
    for (const day of daysBetween('2028-01-02', '2028-01-20')) {
      await bench.lookOn(day);
      mailed.push([day, (await mails()).length, (await mails(officer.email)).length]);
    }
    expect(mailed.filter(([, ...counts], at) => String(counts) !== String(mailed[at - 1]?.slice(1) ?? [0, 0]))).toEqual([['2028-01-03', 1, 0], ['2028-01-10', 2, 0], ['2028-01-17', 3, 1]]);
    expect((await told()).filter(([event]) => event === 'retention.unattested').map(([, on, ids]) => [on, (ids as unknown[]).length])).toEqual([['2028-01-17', 1], ['2028-01-18', 1], ['2028-01-19', 1]]);
    const entry = { expiries: 1, copies: 2, oldest_due_at: '2028-01-02T16:00:00.000Z' };
    expect((await bench.detailsOf(tenant.tenantId, 'attestation.overdue'))[0]).toEqual(entry);
    expect(await bench.detailsOf('provider', 'attestation.overdue')).toContainEqual(entry);
    expect((await bench.listed(tenant.tenantId)).every(({ escalatedAt }) => escalatedAt !== null)).toBe(true);
  });

  it('is listed by tenant for the provider, and for no other tenant', async () => {
    const { versionId } = await bench.keeping(tenant.tenantId, 1);
    await bench.lookOn('2028-03-01');
    await bench.calls(tenant.tenantId, versionId, '2028-03-01T02:00:00.000Z', 2);
    await bench.lookOn('2028-03-03');
    const other = await bench.tenant();
    expect((await bench.database.asProvider((tx) => bench.expiries.unattested(tx))).find(({ tenant: { id } }) => id === tenant.tenantId)).toMatchObject({ open: 1, late: 0, copies: 2, oldest_due_at: '2028-03-02T16:00:00.000Z' });
    expect(await bench.listed(other.tenantId)).toEqual([]);
  });

  it('is not late once it is attested', async () => {
    const { versionId } = await bench.keeping(tenant.tenantId, 1);
    await bench.lookOn('2028-05-01');
    await bench.calls(tenant.tenantId, versionId, '2028-05-01T02:00:00.000Z', 2);
    await bench.lookOn('2028-05-03');
    await bench.attest.for(tenant.tenantId, { expiries: (await bench.listed(tenant.tenantId)).map(({ id }) => id as never), outcome: 'deleted' }, tenant.by);
    for (const day of daysBetween('2028-05-04', '2028-05-25')) await bench.lookOn(day);
    expect((await told()).map(([event]) => event)).toEqual(['retention.expired']);
    expect(await mails()).toHaveLength(1);
  });
});
