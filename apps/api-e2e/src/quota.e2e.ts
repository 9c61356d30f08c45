import { api } from '@inkproof/contract';
import { setTimeout as sleep } from 'node:timers/promises';
import { drawPage } from '@inkproof/drawn-pages';
import { expect, it } from 'vitest';
import { newTenant, problemIn, product, send, signedIn, withKey } from './product.js';

/** A word, quickly read, so that the quota is what is waited for. */
const picture = new Uint8Array(drawPage({ lines: ['QUOTA'], widthPx: 240, fontPx: 28 }));

const recognise = (key: string) => send('/v1/recognitions?languages=en', { key, method: 'POST', headers: { 'content-type': 'image/png' }, body: picture });

/** A hundred calls at once of a new tenant, by each kind of answer. */
const burst = async () => {
  const tenant = await newTenant(5);
  const startedMs = performance.now();
  const answers = await Promise.all(Array.from({ length: 100 }, () => recognise(tenant.key)));
  const secondsBegun = Math.floor((performance.now() - startedMs) / 1_000) + 1;
  const others = await Promise.all(answers.filter(({ status }) => status !== 200 && status !== 429).map(problemIn));
  return { tenant, answers, secondsBegun, others };
};

/** On a machine too busy to ask the store in time some calls are answered that nobody can say; of those the quota shows nothing, and the burst is made again. */
const judgedBurst = async (tries = 4): ReturnType<typeof burst> => {
  const made = await burst();
  for (const other of made.others) expect(other).toMatchObject({ code: expect.stringMatching(/^capacity\./), retryable: true, billed: false });
  return made.others.length === 0 || tries === 1 ? made : judgedBurst(tries - 1);
};

it('of a hundred calls at once against a quota of 5, five are accepted and the others learn when to come back', async () => {
  const { tenant, answers, secondsBegun, others } = await judgedBurst();
  expect(others).toEqual([]);
  const accepted = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 429);
  expect(accepted.length).toBeGreaterThanOrEqual(5);
  expect(accepted.length).toBeLessThanOrEqual(5 * secondsBegun);
  expect(accepted.length + refused.length).toBe(100);
  for (const answer of refused) {
    const problem = await problemIn(answer);
    expect(problem).toMatchObject({ code: 'rate.exceeded', retryable: true, billed: false, limit: { name: 'requests_per_second', max: 5 } });
    expect(problem.retry_after_ms).toBeGreaterThan(0);
    expect(problem.retry_after_ms).toBeLessThanOrEqual(1_000);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(answer.headers.get('ratelimit')).toBe('"qps";r=0;t=1');
  }
  // Refused calls are noted off the path, a moment after they were answered.
  await expect.poll(async () => (await tenant.call(api.usage.usage)).total).toMatchObject({ accepted: accepted.length, refused: refused.length, billed_pages: accepted.length });
});

it('a retry at the instant that was named succeeds', async () => {
  const tenant = await newTenant(1);
  let refused: Response | undefined;
  // Three that come at once are three seconds apart to a machine that is busy enough.
  while (!refused) refused = (await Promise.all([recognise(tenant.key), recognise(tenant.key), recognise(tenant.key)])).find(({ status }) => status === 429);
  await sleep((await problemIn(refused)).retry_after_ms!);
  expect((await recognise(tenant.key)).status).toBe(200);
});

it('a new quota holds from the next call, and old and new are told alike everywhere', async () => {
  const tenant = await newTenant(1);
  const { call: admin } = await signedIn(product().admin);
  const params = { id: tenant.id as never };
  const { term } = await admin(api.quota.open, { params, body: { requests_per_second: 7, source: { document: '订单 2026-11' } } });
  expect(term).toMatchObject({ requests_per_second: 7, state: 'in_force', effective_to: null, source: { document: '订单 2026-11', sha256: null } });
  expect((await admin(api.admin.findTenant, { params })).requests_per_second).toBe(7);
  expect((await withKey(tenant.key)(api.usage.limits)).requests_per_second).toMatchObject({ limit: 7, remaining: 7 });
});

it('the last minute is told second by second', async () => {
  const tenant = await newTenant(3);
  expect((await recognise(tenant.key)).status).toBe(200);
  const now = await tenant.call(api.usage.now);
  expect(now.requests_per_second).toBe(3);
  expect(now.seconds).toHaveLength(60);
  expect(now.seconds.reduce((sum, count) => sum + count, 0)).toBe(1);
});
