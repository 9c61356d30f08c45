import { Refusal } from '@inkproof/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMaintenanceBench, type MaintenanceBench } from '../testing/maintenance-bench.js';

const ROUNDS = 40;
/** Each round is several people at once, which a crowded machine takes its time for. */
const WITHIN_MS = 90_000;

let bench: MaintenanceBench;
beforeAll(async () => {
  bench = await openMaintenanceBench();
});
afterAll(() => bench.close());

/** What failed otherwise than by saying no. Two who wait for each other are ended by the store, which is no refusal. */
const faultsOf = (outcomes: readonly PromiseSettledResult<unknown>[]): unknown[] => outcomes.flatMap((outcome) => (outcome.status === 'rejected' && !(outcome.reason instanceof Refusal) ? [outcome.reason as unknown] : []));

it('a change is decided while its window is changed, called off and looked at by the clock, and none of them waits for another in a circle', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const { id } = await bench.announced(100);
    const { change } = await bench.plan.change(id, bench.wish(120), bench.lin);
    const outcomes = await Promise.allSettled([bench.approve(change!, bench.mei), bench.plan.change(id, bench.wish(130), bench.lin), bench.withdraw(change!, bench.lin), ...(i % 2 ? [bench.act.for(id, { act: 'cancel', words: 'x' }, bench.lin)] : []), bench.watch.once()]);
    expect(faultsOf(outcomes)).toEqual([]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  }
}, WITHIN_MS);

it('a draft is approved while it is edited and called off', async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const { id } = await bench.plan.draft(bench.wish(100), bench.lin);
    const asked = await bench.publish.for(id, undefined, bench.lin);
    expect(faultsOf(await Promise.allSettled([bench.approve(asked, bench.mei), bench.plan.change(id, bench.wish(110), bench.lin), bench.act.for(id, { act: 'cancel', words: 'x' }, bench.lin)]))).toEqual([]);
  }
}, WITHIN_MS);
