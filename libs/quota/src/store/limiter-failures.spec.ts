import { setTimeout as sleep } from 'node:timers/promises';
import { SystemClock, type Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LimiterBench } from '../testing/limiter-bench.js';
import { instantUs, mostInASecond, type Logged } from '../testing/oracle.js';
import { ownStore, type OwnStore } from '../testing/own-store.js';
import { ANSWER_WITHIN_MS } from './limiter.js';

/** A busy machine may come late to a timer. */
const LATE_MS = 500;
const N = 8;

describe.each(['postgresql', 'redis'] as const)('a limiter whose store fails (%s)', (store) => {
  let own: OwnStore;
  beforeAll(async () => {
    own = await ownStore(store);
  });
  afterAll(() => own.close());

  const take = (tenantId: Id<'ten'>) => own.bench.limiter.take(own.bench.asked(tenantId));

  /** Calls until told otherwise, and keeps what was accepted and by which code anything else was refused. */
  const hammering = (tenantId: Id<'ten'>) => {
    const accepted: Pick<Logged, 'accepted' | 'atUs'>[] = [];
    const codes = new Set<string>();
    let going = true;
    const hammer = async (): Promise<void> => {
      while (going) {
        await take(tenantId).then(
          (verdict) => void (verdict.accepted && accepted.push({ accepted: true, atUs: instantUs(verdict) })),
          (error: { code?: string }) => void codes.add(error.code ?? String(error)),
        );
        await sleep(4);
      }
    };
    const done = Promise.all(Array.from({ length: 4 }, hammer));
    return { accepted, codes, stop: () => ((going = false), done) };
  };

  it('says within its limit of time that it cannot be asked while the store stands still, and judges again when it goes on', async () => {
    const tenant = await own.bench.tenant({ requestsPerSecond: 1 });
    expect((await take(tenant)).accepted).toBe(true);
    own.pause();
    try {
      // The first waits on a connection that stood before, the second may need a new one, and more than there are come at once.
      for (const count of [1, 1, 30]) {
        // A machine that is late for the one is late for the other.
        const due = sleep(ANSWER_WITHIN_MS).then(() => performance.now());
        const refusals = await Promise.all(Array.from({ length: count }, () => take(tenant).catch((error: unknown) => error)));
        expect(performance.now() - (await due)).toBeLessThan(LATE_MS);
        for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'capacity.limiter_unavailable' });
      }
    } finally {
      own.resume();
    }
    await expect.poll(() => take(tenant).then(({ accepted }) => accepted, () => false), { timeout: 5_000 }).toBe(true);
  });

  it('never accepts more than N in a second over a crash of the store, counted by the log of calls', async () => {
    const tenant = await own.bench.tenant({ requestsPerSecond: N });
    const calls = hammering(tenant);
    await expect.poll(() => calls.accepted.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(N);
    await own.crash();
    const answersUs = new SystemClock().now().getTime() * 1_000;
    const before = calls.accepted.length;
    await expect.poll(() => calls.accepted.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(before + 2 * N);
    await calls.stop();
    expect(mostInASecond(calls.accepted)).toBe(N);
    // Not because it took long to come back: what it forgot is given its second.
    expect(calls.accepted[before]!.atUs - answersUs).toBeGreaterThan(1_000_000 - LATE_MS * 1_000);
    expect([...calls.codes]).toEqual(['capacity.limiter_unavailable']);
  });
});

describe('a limiter whose sentinel was wiped (postgresql)', () => {
  it('accepts nothing for a second, says for how long, and then accepts again', async () => {
    const bench = await LimiterBench.on('postgresql');
    const tenant = await bench.tenant({ requestsPerSecond: 5 });
    const take = () => bench.limiter.take(bench.asked(tenant));
    expect((await take()).accepted).toBe(true);
    // What recovery after a crash does to a table that is not logged.
    await bench.owner.query('TRUNCATE quota_sentinel');
    const wipedMs = performance.now();
    const first: unknown = await take().catch((error: unknown) => error);
    expect(first).toMatchObject({ code: 'capacity.limiter_unavailable', extras: { retry_after_ms: 1_000 } });
    let refused = 0;
    while (await take().then(() => false, (error: { code?: string }) => error.code === 'capacity.limiter_unavailable')) {
      refused++;
      await sleep(20);
    }
    expect(refused).toBeGreaterThan(0);
    expect(performance.now() - wipedMs).toBeGreaterThanOrEqual(1_000);
    expect((await take()).accepted).toBe(true);
    await bench.close();
  });
});
