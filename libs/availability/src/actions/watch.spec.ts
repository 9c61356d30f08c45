import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERY_MS, openLedgerBench, type LedgerBench } from '../testing/ledger-bench.js';
import { ProbeComponents } from './probe.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let bench: LedgerBench;
beforeAll(async () => {
  bench = await openLedgerBench();
});
afterAll(() => bench.close());
// Every history begins on a day of its own.
beforeEach(() => bench.clock.advance(48 * HOUR));

/** Looks again and again for so long, as a node does. */
const look = async (component: string, met: string | null, forMs: number) => {
  for (let left = forMs; left > 0; left -= EVERY_MS) {
    bench.clock.advance(EVERY_MS);
    await bench.record.take([{ component, met, at: bench.clock.now() }]);
  }
};
const runs = async (component: string) => (await bench.owner.query<{ verdict: string }>('SELECT verdict FROM probe_run WHERE component_id = $1 AND "from" > $2 ORDER BY "from"', [component, new Date(bench.clock.now().getTime() - 2 * HOUR)])).rows.map(({ verdict }) => verdict);

describe('readings', () => {
  it('leave a row only where they change, and outages where they are down; what nobody saw is not up', async () => {
    await look('jobs', null, 20 * MINUTE);
    await look('jobs', 'no_worker', 5 * MINUTE);
    await look('jobs', null, 10 * MINUTE);
    expect(await runs('jobs')).toEqual(['up', 'down', 'up']);
    expect(await bench.sums('jobs')).toEqual({ up: 30 * MINUTE - EVERY_MS, provider: 5 * MINUTE, unknown: 25 * MINUTE + EVERY_MS, maintenance: 0, third_party_network: 0, force_majeure: 0, suspension: 0, tenant: 0 });
  });

  it('that stopped while it was down prove an outage as far as they went', async () => {
    await look('webhooks', 'messages_wait', 5 * MINUTE);
    bench.clock.advance(30 * MINUTE);
    await look('webhooks', null, 5 * MINUTE);
    expect(await bench.sums('webhooks')).toMatchObject({ provider: 5 * MINUTE - EVERY_MS });
    const all = await bench.sums('webhooks');
    expect(all.up + all.unknown + all.provider).toBe(HOUR);
    expect(all.up).toBeLessThanOrEqual(5 * MINUTE);
  });

  it('of two nodes at the same moment are written once', async () => {
    bench.clock.advance(EVERY_MS);
    const at = bench.clock.now();
    await Promise.all(Array.from({ length: 4 }, () => bench.record.take([{ component: 'account', met: 'http_503', at }])));
    expect(await runs('account')).toEqual(['down']);
    expect((await bench.database.asProvider((tx) => bench.outages.running(tx, 'probe'))).filter(({ componentId }) => componentId === 'account')).toHaveLength(1);
    await look('account', null, EVERY_MS);
  });

  it('that could not be written while the store was away are written afterwards', async () => {
    let isAway = true;
    const record = { take: (seen: Parameters<typeof bench.record.take>[0]) => (isAway ? Promise.reject(new Error('away')) : bench.record.take(seen)) };
    const probes = new ProbeComponents({ consent: () => Promise.resolve(isAway ? 'store_away' : null) }, record, bench.clock, 0, 0);
    for (let i = 0; i < 10; i++) {
      bench.clock.advance(EVERY_MS);
      await expect(probes.once()).rejects.toThrow('away');
    }
    isAway = false;
    bench.clock.advance(EVERY_MS);
    await probes.once();
    expect(await bench.sums('consent')).toMatchObject({ provider: 10 * EVERY_MS });
  });

  it('are taken again before something counts as down, and not at all while everything still starts', async () => {
    const met = ['http_503', null];
    const probes = new ProbeComponents({ console: () => Promise.resolve(met.shift() ?? null) }, bench.record, bench.clock, 0, 15_000);
    await probes.once();
    expect(await runs('console')).toEqual([]);
    bench.clock.advance(15_000);
    await probes.once();
    expect(await runs('console')).toEqual(['up']);
  });
});

describe('incidents', () => {
  it('open by themselves once an outage lasts, all parts in one, and are resolved when all are over', async () => {
    const bad = async (forMs: number) => {
      for (let left = forMs; left > 0; left -= EVERY_MS) {
        bench.clock.advance(EVERY_MS);
        await bench.record.take(['recognition', 'console'].map((component) => ({ component, met: 'no_answer', at: bench.clock.now() })));
        await Promise.all([bench.followOutages.once(), bench.followOutages.once()]);
      }
    };
    await bad(90_000);
    const open = () => bench.database.asProvider((tx) => bench.incidents.openFound(tx));
    expect(await open()).toEqual([]);
    await bad(90_000);
    expect(await open()).toMatchObject([{ titleEn: 'Unavailable: Recognition API, Console', components: ['recognition', 'console'], state: 'investigating' }]);
    await look('recognition', null, MINUTE);
    await bench.followOutages.once();
    expect(await open()).toHaveLength(1);
    await look('console', null, MINUTE);
    await bench.followOutages.once();
    expect(await open()).toEqual([]);
    const [last] = await bench.database.asProvider((tx) => bench.incidents.list(tx, { size: 1 }));
    const told = await bench.owner.query<{ kind: string; components: string[] }>('SELECT kind, components FROM notice WHERE subject = $1 ORDER BY id', [last!.id]);
    expect(told.rows).toEqual(['incident.opened', 'incident.resolved'].map((kind) => ({ kind, components: ['recognition', 'console'] })));
    expect(last).toMatchObject({ state: 'resolved', updates: [{ state: 'resolved' }, { state: 'investigating' }] });
  });

  it('by hand go from word to word, and end for good', async () => {
    const words = { zh: '说明', en: 'Words' };
    const { id } = await bench.keepIncidents.open({ title: words, words, components: ['mail'] }, bench.lin);
    await bench.keepIncidents.update(id as `inc_${string}`, 'monitoring', words, bench.lin);
    await bench.keepIncidents.update(id as `inc_${string}`, 'resolved', words, bench.lin);
    await expect(bench.keepIncidents.update(id as `inc_${string}`, 'monitoring', words, bench.lin)).rejects.toMatchObject({ code: 'incident.resolved' });
    expect((await bench.actionsOf('provider')).slice(-3)).toEqual(['incident.opened', 'incident.updated', 'incident.updated']);
  });
});

describe('maintenance', () => {
  const hence = (ms: number) => new Date(bench.clock.now().getTime() + ms);

  it('that was announced counts as that, also where probes saw it; what ran over is the provider’s', async () => {
    const id = bench.ids.next('mnt');
    const startsAt = bench.clock.now();
    await bench.window({ id, component: 'mail', publishedAt: hence(-80 * HOUR), startsAt, endsAt: hence(30 * MINUTE) }, { startedAt: startsAt });
    await bench.followWindows.once();
    await look('mail', 'mails_wait', 40 * MINUTE);
    await bench.endWindow(id);
    await bench.followWindows.once();
    await look('mail', null, EVERY_MS);
    await Promise.all([bench.followWindows.once(), bench.followWindows.once()]);
    expect(await bench.sums('mail')).toMatchObject({ maintenance: 30 * MINUTE, provider: 10 * MINUTE + EVERY_MS });
  });

  it('that was announced too late is the provider’s', async () => {
    const id = bench.ids.next('mnt');
    await bench.window({ id, component: 'console', publishedAt: hence(-10 * HOUR), startsAt: bench.clock.now(), endsAt: hence(HOUR) }, { startedAt: bench.clock.now() });
    await bench.followWindows.once();
    bench.clock.advance(20 * MINUTE);
    await bench.endWindow(id);
    await bench.followWindows.once();
    expect(await bench.sums('console')).toMatchObject({ maintenance: 0, provider: 20 * MINUTE });
    const outage = (await bench.database.asProvider((tx) => bench.outages.list(tx, { component: 'console', size: 1 })))[0]!;
    await expect(bench.ledger.book(outage.id as `out_${string}`, { origin: 'announced_maintenance', evidence: { kind: 'window', reference: id, words: 'x' }, reason: 'x' }, bench.lin)).rejects.toMatchObject({ code: 'outage.not_announced' });
  });
});

describe('maintenance for some plans', () => {
  const hence = (ms: number) => new Date(bench.clock.now().getTime() + ms);
  /** Of these windows, those of which a tenant sees an outage. */
  const seen = async (tenantId: `ten_${string}`, ...windows: string[]) => {
    const outages = await bench.database.asTenant(tenantId, (tx) => bench.outages.list(tx, { tenantId, component: 'account', size: 100 }));
    return windows.filter((id) => outages.some(({ windowId }) => windowId === id));
  };
  const begin = async (plans: readonly string[], lead = 80 * HOUR) => {
    const id = bench.ids.next('mnt');
    await bench.window({ id, component: 'account', plans, publishedAt: hence(-lead), startsAt: bench.clock.now(), endsAt: hence(30 * MINUTE) }, { startedAt: bench.clock.now() });
    await bench.followWindows.once();
    return id;
  };
  const end = async (id: string) => {
    await bench.endWindow(id);
    await Promise.all([bench.followWindows.once(), bench.followWindows.once()]);
  };

  it('is an outage of theirs, by its cause, and of nobody else; the public reads of it by plan', async () => {
    const [small, other, all] = [await bench.tenant('small'), await bench.tenant('large'), await bench.tenant()];
    const id = await begin(['large', 'small']);
    bench.clock.advance(40 * MINUTE);
    await end(id);
    for (const { tenantId } of [small, other]) expect(await bench.sums('account', tenantId)).toMatchObject({ maintenance: 30 * MINUTE, provider: 10 * MINUTE });
    for (const tenantId of [all.tenantId, null]) expect(await bench.sums('account', tenantId)).toMatchObject({ maintenance: 0, provider: 0 });
    expect([await seen(small.tenantId, id), await seen(all.tenantId, id)]).toEqual([[id], []]);
    const status = await bench.status.now();
    const account = status.components.find((one) => one.id === 'account')!;
    expect(account.plans.map(({ plan, milliseconds: { maintenance } }) => [plan, maintenance])).toEqual([['large', 30 * MINUTE], ['small', 30 * MINUTE]]);
    expect(account.milliseconds.maintenance).toBe(0);
    expect(status.windows.find((one) => one.id === id)).toMatchObject({ plans: ['large', 'small'] });
  });

  it('does not put a part of the service into maintenance for everybody, nor explain what probes find', async () => {
    const id = await begin(['small']);
    await look('account', null, MINUTE);
    expect((await bench.status.now()).components.find((one) => one.id === 'account')).toMatchObject({ state: 'up' });
    await look('account', 'http_503', 10 * MINUTE);
    await bench.followOutages.once();
    expect(await bench.database.asProvider((tx) => bench.incidents.openFound(tx))).toMatchObject([{ components: ['account'] }]);
    await end(id);
    await look('account', null, MINUTE);
    await bench.followOutages.once();
    expect(await bench.sums('account')).toMatchObject({ maintenance: 0, provider: 10 * MINUTE });
  });

  it('counts for a tenant while it was on such a plan, and a plan that changes later changes nothing of what was', async () => {
    const [came, went, late] = [await bench.tenant('large'), await bench.tenant('small'), await bench.tenant('small')];
    const id = await begin(['small']);
    bench.clock.advance(10 * MINUTE);
    await bench.move(came.tenantId, 'small');
    await bench.move(went.tenantId, 'large');
    bench.clock.advance(10 * MINUTE);
    await end(id);
    await bench.move(late.tenantId, 'large');
    for (const { tenantId } of [came, went]) expect(await bench.sums('account', tenantId)).toMatchObject({ maintenance: 10 * MINUTE, provider: 0 });
    expect(await bench.sums('account', late.tenantId)).toMatchObject({ maintenance: 20 * MINUTE });
    const next = await begin(['small']);
    bench.clock.advance(10 * MINUTE);
    await end(next);
    expect([await seen(came.tenantId, id, next), await seen(went.tenantId, id, next), await seen(late.tenantId, id, next)]).toEqual([[id, next], [id], [id]]);
  });

  it('is shown by the store itself to nobody else, nor what was said of it', async () => {
    const [small, other] = [await bench.tenant('small'), await bench.tenant('large')];
    const id = await begin(['small']);
    bench.clock.advance(MINUTE);
    await end(id);
    const rows = (tenantId: `ten_${string}`) =>
      bench.database.asTenant(tenantId, async (tx) => {
        const [outages] = await tx.$queryRaw<[{ outages: number; bookings: number }]>`SELECT (SELECT count(*)::int FROM outage o WHERE (o.tenant_id = ${tenantId} OR o.tenant_id IS NULL) AND o.window_id = ${id}) AS outages, (SELECT count(*)::int FROM outage_booking b WHERE (b.tenant_id = ${tenantId} OR b.tenant_id IS NULL) AND b.window_id = ${id}) AS bookings`;
        return outages;
      });
    expect(await rows(small.tenantId)).toEqual({ outages: 1, bookings: 1 });
    expect(await rows(other.tenantId)).toEqual({ outages: 0, bookings: 0 });
    await bench.move(small.tenantId, 'large');
    await bench.move(other.tenantId, 'small');
    expect(await rows(small.tenantId)).toEqual({ outages: 1, bookings: 1 });
    expect(await rows(other.tenantId)).toEqual({ outages: 0, bookings: 0 });
  });

  it('of which some were told too late is the provider’s for those', async () => {
    const [small, large] = [await bench.tenant('small'), await bench.tenant('large')];
    const id = bench.ids.next('mnt');
    await bench.window({ id, component: 'account', plans: ['small'], publishedAt: hence(-80 * HOUR), startsAt: bench.clock.now(), endsAt: hence(HOUR) }, { startedAt: bench.clock.now() });
    await bench.owner.query('BEGIN');
    await bench.owner.query(`INSERT INTO maintenance_version SELECT window_id, 2, kind, title_zh, title_en, text_zh, text_en, starts_at, ends_at, '{large,small}', reason, rollback_plan, begins_by_itself, ends_by_itself, written_by, $2 FROM maintenance_version WHERE window_id = $1`, [id, hence(-HOUR)]);
    await bench.owner.query('INSERT INTO maintenance_component SELECT window_id, 2, component_id, impact FROM maintenance_component WHERE window_id = $1', [id]);
    await bench.owner.query('UPDATE maintenance_window SET version = 2 WHERE id = $1', [id]);
    await bench.owner.query('COMMIT');
    await bench.followWindows.once();
    bench.clock.advance(20 * MINUTE);
    await end(id);
    expect(await bench.sums('account', small.tenantId)).toMatchObject({ maintenance: 20 * MINUTE, provider: 0 });
    expect(await bench.sums('account', large.tenantId)).toMatchObject({ maintenance: 0, provider: 20 * MINUTE });
  });
});

it('a suspension stands in the ledger of its tenant alone, for as long as it lasts', async () => {
  const [{ tenantId }, other] = [await bench.tenant(), await bench.tenant()];
  await look('recognition', null, MINUTE);
  await bench.owner.query('UPDATE tenant SET suspended_at = $2 WHERE id = $1', [tenantId, bench.clock.now()]);
  await Promise.all([bench.followSuspensions.once(), bench.followSuspensions.once()]);
  await look('recognition', null, 20 * MINUTE);
  await bench.owner.query('UPDATE tenant SET suspended_at = NULL WHERE id = $1', [tenantId]);
  await bench.followSuspensions.once();
  await look('recognition', null, 5 * MINUTE);
  expect(await bench.sums('recognition', tenantId)).toMatchObject({ suspension: 20 * MINUTE });
  expect(await bench.sums('recognition', other.tenantId)).toMatchObject({ suspension: 0 });
  expect(await bench.sums('recognition')).toMatchObject({ suspension: 0 });
});

it('the status tells of ninety days whose times add up, of every component', async () => {
  await look('recognition', null, MINUTE);
  const status = await bench.status.now();
  expect(status.components.map(({ id }) => id)).toEqual(['recognition', 'jobs', 'consent', 'account', 'webhooks', 'console', 'mail']);
  const total = (sums: Record<string, number>) => Object.values(sums).reduce((sum, ms) => sum + ms, 0);
  for (const { days, milliseconds } of status.components) {
    expect(days).toHaveLength(90);
    expect(days.reduce((sum, day) => sum + total(day.milliseconds), 0)).toBe(total(milliseconds));
    for (const day of days.slice(0, -1)) expect(total(day.milliseconds)).toBe(24 * HOUR);
  }
  expect(status.components.map(({ state }) => state)).toContain('up');
});
