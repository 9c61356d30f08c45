import type { Actor } from '@inkproof/audit';
import { addDays, daysBetween, dayStart, type Day, type Id } from '@inkproof/kernel';
import { Announce, DeliveryStore } from '@inkproof/notice';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KeepingStore } from '../store/keeping-store.js';
import { openErasingBench, type ErasingBench } from '../testing/erasing-bench.js';
import { RemindOfKeeping } from './remind-of-keeping.js';

const NINE_MS = 9 * 3_600_000;
let bench: ErasingBench;
let tenant: { tenantId: Id<'ten'>; by: Actor };
let versionId: Id<'flv'>;
/** As each of two nodes has it. */
let nodes: RemindOfKeeping[];

beforeAll(async () => {
  bench = await openErasingBench();
  const { database, ids, clock, outbox } = bench;
  nodes = [1, 2].map(() => new RemindOfKeeping(database, new KeepingStore(), new Announce(new DeliveryStore(database), ids, clock), outbox, clock, 'https://ocr.example'));
});
afterAll(() => bench.close());
beforeEach(async () => {
  tenant = await bench.tenant();
  ({ versionId } = await bench.text(tenant.tenantId));
  await bench.owner.query(`INSERT INTO webhook (id, tenant_id, url, label, events, enabled, created_at, secret_hint, sealed, sealed_key) VALUES ($1, $2, 'https://x.example', 'x', '{authorization.keeping_ends}', true, now(), 'x', '', '')`, [bench.ids.next('whk'), tenant.tenantId]);
});

/** Authorisations whose material is kept through a day. */
const kept = (lastDay: Day, count: number, custody: 'commitment' | 'vault' = 'commitment') =>
  bench.owner.query(
    `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, media, given_at, created_at, withdrawn_at, custody, commitment, kept_until)
     SELECT $5 || n, $1, $2, '\\x00', '{web_operation}', '2026-01-01', '2026-01-01', '2026-05-01', $3::"Custody", CASE WHEN $3 = 'commitment' THEN sha256('x') END, $4 FROM generate_series(1, $6::int) n`,
    [tenant.tenantId, versionId, custody, dayStart(addDays(lastDay, 1)), `${bench.ids.next('aut')}_`, count],
  );
const toInstant = (at: Date) => bench.clock.advance(at.getTime() - bench.clock.now().getTime());
const nineOn = (day: Day): Date => new Date(dayStart(day).getTime() + NINE_MS);
const mails = async (): Promise<number> => Number((await bench.owner.query<{ count: string }>(`SELECT count(*) FROM mail WHERE tenant_id = $1 AND template = 'keeping_ends'`, [tenant.tenantId])).rows[0]!.count);
const messages = async (): Promise<{ told_on: Day; days: { last_day: Day; count: number; days_left: number }[] }[]> =>
  (await bench.owner.query<{ body: string }>(`SELECT body FROM webhook_delivery WHERE tenant_id = $1 AND event = 'authorization.keeping_ends' ORDER BY id`, [tenant.tenantId])).rows.map(({ body }) => (JSON.parse(body) as { data: never }).data);
const lookTwice = () => Promise.all(nodes.map((node) => node.once()));

describe('material a tenant keeps itself', () => {
  it('is told of thirty days, seven and one before its last day, once each, whichever node looks and however often', async () => {
    await kept('2027-03-31', 3);
    for (const day of daysBetween('2027-02-20', '2027-04-05')) {
      for (const hour of [9, 15]) {
        toInstant(new Date(dayStart(day).getTime() + hour * 3_600_000));
        await lookTwice();
      }
    }
    expect(await messages()).toEqual([
      { told_on: '2027-03-01', days: [{ last_day: '2027-03-31', count: 3, days_left: 30 }] },
      { told_on: '2027-03-24', days: [{ last_day: '2027-03-31', count: 3, days_left: 7 }] },
      { told_on: '2027-03-30', days: [{ last_day: '2027-03-31', count: 3, days_left: 1 }] },
    ]);
    expect(await mails()).toBe(3);
  });

  it('is told of in one mail a day, by day and count, and what the vault keeps in none', async () => {
    await kept('2027-06-02', 1);
    await kept('2027-06-08', 2);
    await kept('2027-07-01', 40);
    await kept('2027-07-01', 5, 'vault');
    await kept('2027-07-02', 9);
    toInstant(nineOn('2027-06-01'));
    await lookTwice();
    expect(await messages()).toEqual([{ told_on: '2027-06-01', days: [{ last_day: '2027-06-02', count: 1, days_left: 1 }, { last_day: '2027-06-08', count: 2, days_left: 7 }, { last_day: '2027-07-01', count: 40, days_left: 30 }] }]);
    expect(await mails()).toBe(1);
  });

  it('is not told of before nine in the morning of Shanghai, to the millisecond', async () => {
    await kept('2027-08-02', 1);
    toInstant(new Date(nineOn('2027-08-01').getTime() - 1));
    await lookTwice();
    expect(await messages()).toEqual([]);
    bench.clock.advance(1);
    await lookTwice();
    expect(await messages()).toHaveLength(1);
  });

  it('is told of late, with the days that are left, when no node ran on the day, and not when it is over', async () => {
    await kept('2027-09-30', 1);
    for (const day of ['2027-09-05', '2027-09-26', '2027-09-30', '2027-10-01'] as const) {
      toInstant(nineOn(day));
      await lookTwice();
    }
    expect((await messages()).map(({ told_on, days }) => [told_on, days[0]!.days_left])).toEqual([['2027-09-05', 25], ['2027-09-26', 4], ['2027-09-30', 0]]);
  });

  it('that came to an end on a day that was told already waits for the next mark, and another day for the next morning', async () => {
    await kept('2027-11-30', 1);
    toInstant(nineOn('2027-10-31'));
    await lookTwice();
    await kept('2027-11-30', 1);
    await kept('2027-11-20', 1);
    await lookTwice();
    toInstant(nineOn('2027-11-01'));
    await lookTwice();
    toInstant(nineOn('2027-11-23'));
    await lookTwice();
    expect((await messages()).map(({ told_on, days }) => [told_on, days.map(({ last_day, count }) => [last_day, count])])).toEqual([
      ['2027-10-31', [['2027-11-30', 1]]],
      ['2027-11-01', [['2027-11-20', 1]]],
      ['2027-11-23', [['2027-11-30', 2]]],
    ]);
  });

  it('is shown among what was told to its own tenant and to no other', async () => {
    await kept('2028-01-08', 4);
    toInstant(nineOn('2028-01-01'));
    await lookTwice();
    const other = await bench.tenant();
    const told = (tenantId: Id<'ten'>) => bench.database.asTenant(tenantId, (tx) => new KeepingStore().told(tx, tenantId, 10));
    expect(await told(tenant.tenantId)).toEqual([{ day: '2028-01-08', count: 4, toldAt: nineOn('2028-01-01') }]);
    expect(await told(other.tenantId)).toEqual([]);
  });
});
