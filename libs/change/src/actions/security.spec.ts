import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChangeBench, type BenchTenant, type ChangeBench } from '../testing/change-bench.js';

let bench: ChangeBench;
beforeAll(async () => (bench = await openChangeBench()));
afterAll(() => bench.close());

/** Calls of a tenant, spread over the seconds before now by the store's clock, or over the hours before. */
const calls = (tenant: BenchTenant, count: number, over: string) =>
  bench.owner.query(
    `INSERT INTO ledger_entry (id, tenant_id, at, request_id, key_id, channel, environment, route, outcome, reason, page_reasons, pages, billed_pages, duration_ms)
     SELECT 'use_' || gen_random_uuid(), $1, clock_timestamp() - random() * $4::interval, 'req_1', $2, 'api', 'live', 'recognitions', 'accepted', 'read', '{"read":1}', 1, 1, 1 FROM generate_series(1, $3::int)`,
    [tenant.tenantId, tenant.key, count, over],
  );
/** A week in which each of 24 hours saw 300 calls: five a minute. */
const usual = async (tenant: BenchTenant): Promise<void> => {
  await bench.owner.query(
    `INSERT INTO usage_hour (tenant_id, hour, key_id, channel, environment, route, outcome, reason, calls, pages, billed_pages)
     SELECT $1, date_trunc('hour', now()) - make_interval(hours => back), $2, 'api', 'live', 'recognitions', 'accepted', 'read', 300, 300, 300 FROM generate_series(1, 24) back`,
    [tenant.tenantId, tenant.key],
  );
};
const noticesOf = async ({ tenantId }: BenchTenant) => (await bench.owner.query('SELECT origin, kind, calls_per_minute, usual_per_minute, ended_at FROM security_notice WHERE tenant_id = $1 ORDER BY id', [tenantId])).rows;

describe('a report', () => {
  it('opens a P1, tells both sides, and says how promptly it came', async () => {
    const ours = await bench.tenant();
    const since = new Date(bench.clock.now().getTime() - 90_000).toISOString();
    const notice = await bench.report.for(ours.tenantId, { kind: 'attack', since, words: 'a flood from one network' }, ours.by);
    expect(notice).toMatchObject({ origin: 'reported', ticketId: expect.stringMatching(/^tkt_/) });
    expect(notice.at.getTime() - notice.since.getTime()).toBe(90_000);
    const { rows } = await bench.owner.query(`SELECT priority, (SELECT reference FROM ticket_event e WHERE e.ticket_id = t.id AND kind = 'linked') AS reference FROM ticket t WHERE id = $1`, [notice.ticketId]);
    expect(rows).toEqual([{ priority: 'p1', reference: notice.id }]);
    expect(await bench.noticed(notice.id)).toEqual(['security.received', 'security.received']);
    expect(await bench.actionsOf(ours.tenantId)).toEqual(expect.arrayContaining(['ticket.opened', 'security.reported']));
  });

  it('is of something that has begun', async () => {
    const ours = await bench.tenant();
    await expect(bench.report.for(ours.tenantId, { kind: 'attack', since: '2999-01-01T00:00:00Z', words: 'x' }, ours.by)).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

describe('a surge', () => {
  it('of ten times what is usual is told to both sides at the first look, and once for as long as it lasts', async () => {
    const [ours, calm] = [await bench.tenant(), await bench.tenant()];
    await usual(ours);
    await usual(calm);
    await calls(ours, 150, '30 seconds');
    await calls(calm, 40, '30 seconds');
    await Promise.all([bench.surges.once(), bench.surges.once()]);
    await bench.surges.once();
    expect(await noticesOf(ours)).toEqual([expect.objectContaining({ origin: 'detected', kind: 'abnormal_traffic', calls_per_minute: 150, ended_at: null })]);
    expect(Number((await noticesOf(ours))[0]!.usual_per_minute)).toBeGreaterThan(4);
    expect(await noticesOf(calm)).toEqual([]);
    const { rows } = await bench.owner.query<{ id: string }>('SELECT id FROM security_notice WHERE tenant_id = $1', [ours.tenantId]);
    expect(await bench.noticed(rows[0]!.id)).toEqual(['security.suspected', 'security.suspected']);
  });

  it('is over once it was not seen for ten minutes, and the next is another', async () => {
    const ours = await bench.tenant();
    await usual(ours);
    await calls(ours, 150, '30 seconds');
    await bench.surges.once();
    bench.clock.advance(11 * 60_000);
    await bench.owner.query(`DELETE FROM ledger_entry WHERE tenant_id = $1 AND at > clock_timestamp() - interval '2 minutes'`, [ours.tenantId]);
    await bench.surges.once();
    expect((await noticesOf(ours))[0]!.ended_at).not.toBeNull();
    await calls(ours, 150, '30 seconds');
    await bench.surges.once();
    expect(await noticesOf(ours)).toHaveLength(2);
  });

  it('is none of a tenant that has not called before', async () => {
    const ours = await bench.tenant({ serving: false });
    await calls(ours, 500, '30 seconds');
    await bench.surges.once();
    expect(await noticesOf(ours)).toEqual([]);
  });
});
