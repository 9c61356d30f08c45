import type { Actor } from '@inkproof/audit';
import type { EndStatement } from '@inkproof/contract';
import { addDays, DAY_MS, shanghaiDay, type Day, type Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEndingBench, staff } from '../testing/ending-bench.js';

let bench: Awaited<ReturnType<typeof openEndingBench>>;
beforeAll(async () => {
  bench = await openEndingBench();
});
afterAll(() => bench.close());

const refusedAs = (code: string) => expect.objectContaining({ code });
const inDays = (days: number): Day => addDays(shanghaiDay(bench.clock.now()), days);
const announced = async (days = 7): Promise<{ tenantId: Id<'ten'>; by: Actor; id: Id<'end'> }> => {
  const { tenantId, by } = await bench.tenant();
  return { tenantId, by, id: (await bench.announce.own(tenantId, { last_day: inDays(days), reason: 'We merge' }, by)).id };
};
/** Looks as often as something is due, until an instant. */
const passUntil = async (tenantId: Id<'ten'>, until: Date, watch = bench.watch()): Promise<void> => {
  for (;;) {
    const { rows } = await bench.owner.query<{ next_look_at: Date | null }>('SELECT next_look_at FROM service_end WHERE tenant_id = $1 AND taken_back_at IS NULL', [tenantId]);
    const next = rows[0]?.next_look_at;
    if (!next || next > until) return void bench.clock.advance(until.getTime() - bench.clock.now().getTime());
    if (next > bench.clock.now()) bench.clock.advance(next.getTime() - bench.clock.now().getTime());
    await watch.once();
  }
};

describe('a tenant ends its own service', () => {
  it('with a last day at least seven days and at most a year away', async () => {
    const { tenantId, by } = await bench.tenant();
    for (const days of [6, 366]) await expect(bench.announce.own(tenantId, { last_day: inDays(days) }, by)).rejects.toEqual(refusedAs('ending.day_unfit'));
    expect(await bench.announce.own(tenantId, { last_day: inDays(7) }, by)).toMatchObject({ side: 'tenant', lastDay: inDays(7), reason: null });
  });

  it('once: a second announcement is refused, also beside the first', async () => {
    const { tenantId, by } = await bench.tenant();
    const both = await Promise.allSettled([7, 8].map((days) => bench.announce.own(tenantId, { last_day: inDays(days) }, by)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ending.announced' } });
  });

  it('and both logs have it', async () => {
    const { tenantId, id } = await announced();
    for (const chain of ['provider', tenantId]) expect(await bench.entries(chain, id)).toEqual(['ending.announced']);
  });

  it('and takes it back until it comes, not after, and not what the other side announced', async () => {
    const { tenantId, by, id } = await announced();
    await expect(bench.takeBack.ofProvider(tenantId, staff('per_a'))).rejects.toEqual(refusedAs('ending.of_others'));
    bench.clock.advance(1);
    await bench.takeBack.own(tenantId, by);
    expect(await bench.standing(tenantId)).toBeUndefined();
    await expect(bench.takeBack.own(tenantId, by)).rejects.toEqual(refusedAs('ending.not_found'));
    expect(await bench.told(id)).toEqual(['service.ending', 'service.continues']);
    for (const chain of ['provider', tenantId]) expect(await bench.entries(chain, id)).toEqual(['ending.announced', 'ending.taken_back']);
    const again = await bench.announce.own(tenantId, { last_day: inDays(7) }, by);
    bench.clock.advance(again.endsAt.getTime() - bench.clock.now().getTime());
    await expect(bench.takeBack.own(tenantId, by)).rejects.toEqual(refusedAs('ending.past'));
  });
});

describe('the provider ends a service', () => {
  it('with a second person, and thirty days ahead as of the approval', async () => {
    const { tenantId, by } = await bench.tenant();
    await expect(bench.announce.ask(tenantId, { last_day: inDays(29), reason: 'x' }, staff('per_a'))).rejects.toEqual(refusedAs('ending.day_unfit'));
    const asked = await bench.announce.ask(tenantId, { last_day: inDays(31), reason: 'Unpaid' }, staff('per_a'));
    expect(await bench.standing(tenantId)).toBeUndefined();
    await expect(bench.announce.ask(tenantId, { last_day: inDays(31), reason: 'x' }, staff('per_b'))).rejects.toEqual(refusedAs('ending.announced'));
    await expect(bench.approve(asked, staff('per_a'))).rejects.toEqual(refusedAs('approval.own'));
    await bench.approve(asked, staff('per_b'));
    expect(await bench.standing(tenantId)).toMatchObject({ side: 'provider', announcedBy: 'per_a', approvedBy: 'per_b', reason: 'Unpaid' });
    await expect(bench.takeBack.own(tenantId, by)).rejects.toEqual(refusedAs('ending.of_others'));
    await bench.takeBack.ofProvider(tenantId, staff('per_c'));
    expect(await bench.standing(tenantId)).toBeUndefined();
  });

  it('not any more where the approval came too late for the notice', async () => {
    const { tenantId } = await bench.tenant();
    const asked = await bench.announce.ask(tenantId, { last_day: inDays(30), reason: 'x' }, staff('per_a'));
    bench.clock.advance(DAY_MS);
    await expect(bench.approve(asked, staff('per_b'))).rejects.toEqual(refusedAs('ending.day_unfit'));
    expect(await bench.standing(tenantId)).toBeUndefined();
  });
});

describe('until the end', () => {
  it('exports are offered at announcing and again before it, at least three times, each naming where they are', async () => {
    const { tenantId, id } = await announced();
    const { endsAt } = (await bench.standing(tenantId))!;
    await passUntil(tenantId, new Date(endsAt.getTime() - 1));
    expect(await bench.told(id)).toEqual(['service.ending', 'service.ending_soon', 'service.ending_soon']);
    const { rows } = await bench.owner.query<{ words: { zh: { exports: string } } }>('SELECT words FROM notice WHERE subject = $1 AND tenant_id IS NOT NULL', [id]);
    for (const { words } of rows) for (const where of ['/recognitions', '/jobs', '/usage', '/filings', '/audit', '/tickets']) expect(words.zh.exports).toContain(where);
  });

  it('any number of nodes may look: each word is said once, and it ends once', async () => {
    const { tenantId, id } = await announced();
    const { endsAt } = (await bench.standing(tenantId))!;
    for (const at of [new Date(endsAt.getTime() - 3 * DAY_MS), new Date(endsAt.getTime() - DAY_MS), endsAt]) {
      bench.clock.advance(at.getTime() - bench.clock.now().getTime());
      await Promise.all([1, 2, 3].map(() => bench.watch().once()));
    }
    expect(await bench.told(id)).toEqual(['service.ending', 'service.ending_soon', 'service.ending_soon', 'service.ended']);
    expect(await bench.deletions(tenantId)).toHaveLength(1);
  });
});

describe('at the end', () => {
  it('work under way is stopped, everything that may go is erased, and the certificate is the statement', async () => {
    const { tenantId, id } = await announced();
    const { endsAt } = (await bench.standing(tenantId))!;
    const stopped: string[] = [];
    const watch = bench.watch();
    watch.register({ stop: (tenant) => (stopped.push(tenant), Promise.resolve()) });
    await passUntil(tenantId, endsAt, watch);
    expect(stopped).toContain(tenantId);
    const [deletion] = await bench.deletions(tenantId);
    expect(deletion).toMatchObject({ state: 'waiting', requested_by: id });
    const { offeredAt, deletionId, endedAt } = (await bench.standing(tenantId))!;
    expect({ deletionId, endedAt }).toEqual({ deletionId: deletion!.id, endedAt: endsAt });
    expect(JSON.parse(deletion!.service_end) as EndStatement).toEqual({ id, side: 'tenant', last_day: shanghaiDay(new Date(endsAt.getTime() - 1)), ended_at: endsAt.toISOString(), offered_at: offeredAt.map((at) => at.toISOString()), law: '个人信息保护法第二十一条' });
    for (const chain of ['provider', tenantId]) expect(await bench.entries(chain, id)).toEqual(['ending.announced', 'ending.came']);
    await bench.erase();
    expect(await bench.certificates(tenantId)).toMatchObject([{ deletion: { id: deletion!.id, requested_by: id, selection: { everything: 'tenant' } }, service_end: { id, side: 'tenant', ended_at: endsAt.toISOString() } }]);
  });

  it('nothing is erased before three offers and a day: nobody looked for weeks', async () => {
    const { tenantId } = await announced();
    const { endsAt } = (await bench.standing(tenantId))!;
    bench.clock.advance(endsAt.getTime() + 20 * DAY_MS - bench.clock.now().getTime());
    await bench.watch().once();
    expect(await bench.deletions(tenantId)).toEqual([]);
    const { rows } = await bench.owner.query<{ next_look_at: Date }>('SELECT next_look_at FROM service_end WHERE tenant_id = $1', [tenantId]);
    expect(rows[0]!.next_look_at.getTime()).toBe(bench.clock.now().getTime() + DAY_MS);
    await passUntil(tenantId, new Date(bench.clock.now().getTime() + 3 * DAY_MS));
    expect((await bench.standing(tenantId))!.offeredAt).toHaveLength(3);
    expect(await bench.deletions(tenantId)).toHaveLength(1);
  });

  it('is followed up until nothing is left, and not before the erasing of the end is done', async () => {
    const { tenantId } = await announced();
    const { endsAt } = (await bench.standing(tenantId))!;
    await passUntil(tenantId, new Date(endsAt.getTime() + 2 * DAY_MS));
    const looks = async () => (await bench.owner.query<{ next_look_at: Date | null }>('SELECT next_look_at FROM service_end WHERE tenant_id = $1', [tenantId])).rows[0]!.next_look_at;
    expect(await looks()).not.toBeNull();
    await bench.erase();
    await passUntil(tenantId, new Date(endsAt.getTime() + 4 * DAY_MS));
    expect(await looks()).toBeNull();
  });
});

it('the store itself holds what neither side may do: short notice, one person of the provider, an end that comes untold', async () => {
  const { tenantId } = await announced();
  const change = (set: string) => bench.owner.query(`UPDATE service_end SET ${set} WHERE tenant_id = $1`, [tenantId]);
  await expect(change(`announced_at = ends_at - interval '6 days'`)).rejects.toThrow(/said_beforehand/);
  await expect(change(`side = 'provider', announced_at = ends_at - interval '31 days', approval_id = 'apr_x', approved_by = announced_by`)).rejects.toThrow(/by_two_of_the_provider/);
  await expect(change(`ended_at = ends_at, deletion_id = 'del_x'`)).rejects.toThrow(/comes_at_its_time/);
  await expect(change('taken_back_at = ends_at')).rejects.toThrow(/taken_back_before_it_comes/);
});
