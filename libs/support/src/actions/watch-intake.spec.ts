import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';
import { IntakeStore } from '../store/intake-store.js';
import { IntakeCallStore } from '../store/intake-call-store.js';
import { CallToGap } from './call-to-gap.js';
import { TakeOverGap } from './take-over-gap.js';
import { TellCoverage } from './tell-coverage.js';
import { WatchIntake } from './watch-intake.js';

const MINUTE_MS = 60_000;
const person = ({ id }: Actor) => id as Id<'per'>;

let bench: DeskBench;
let [lin, wang, chief]: Actor[] = [];
const store = new IntakeStore();
const calls = new IntakeCallStore();
const node = () => new WatchIntake(bench.database, store, new CallToGap(calls, bench.asked, bench.tell, bench.ids, bench.clock), bench.trail, bench.ids, bench.clock);
const takenOverBy = (by: Actor) => new TakeOverGap(bench.database, store, calls, bench.rota, bench.trail, bench.clock).by(by);
beforeAll(async () => {
  bench = await openDeskBench();
  [lin, wang, chief] = [await bench.staff('Lin'), await bench.staff('Wang'), await bench.staff('Chief')];
  const shifts = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ person: person(lin!), weekday, from: '00:00', minutes: 1_440 }));
  await bench.keepRota.set({ shifts, covers: [], chain: [{ person: person(wang!), after_minutes: 10 }, { person: person(chief!), after_minutes: 15 }] }, lin!);
});
beforeEach(() => bench.owner.query('TRUNCATE intake_proof, intake_gap, intake_call, mail'));
afterAll(() => bench.close());

const proof = (met: string | null) => bench.database.asProvider((tx) => store.add(tx, { id: bench.ids.next('itp'), at: bench.clock.now(), met, tookMs: 9 }));
/** Two nodes look each minute. */
const pass = async (minutes: number) => {
  for (let i = 0; i < minutes; i++) {
    bench.clock.advance(MINUTE_MS);
    await Promise.all([node().once(), node().once()]);
  }
};
const gaps = async () => (await bench.owner.query<{ met: string | null; found: number; lasted: number | null }>(`SELECT met, extract(epoch FROM found_at - "from")::int / 60 AS found, extract(epoch FROM ended_at - "from")::int / 60 AS lasted FROM intake_gap ORDER BY "from"`)).rows;

const called = async () => (await bench.owner.query<{ what: string }>(`SELECT concat_ws(' ', level, coalesce(called_name, 'the desk'), extract(epoch FROM c.at - g.found_at)::int / 60, CASE WHEN next_at IS NULL THEN 'last' END, taken_by_name) AS what FROM intake_call c JOIN intake_gap g ON g.id = gap_id ORDER BY c.at, level`)).rows.map(({ what }) => what);

it('goes up the chain while nobody has taken the call over, to its end, and calls nobody twice', async () => {
  await proof(null);
  await pass(39);
  expect(await called()).toEqual(['0 Lin 0']);
  await pass(1);
  expect(await called()).toEqual(['0 Lin 0 last', '1 Wang 10']);
  await pass(120);
  expect(await called()).toEqual(['0 Lin 0 last', '1 Wang 10 last', '2 Chief 25 last']);
  expect(await bench.mails()).toEqual(['intake_broke_off 3']);
});

it('calls nobody further once somebody has taken it over, who stays who it was', async () => {
  await proof(null);
  await pass(40);
  await takenOverBy(wang!);
  await takenOverBy(lin!);
  await pass(60);
  expect(await called()).toEqual(['0 Lin 0 last Wang', '1 Wang 10 last Wang']);
  expect((await bench.actionsOf('provider')).filter((action) => action === 'intake.taken_over')).toHaveLength(1);
});

it('calls nobody further once intake is proven again, and begins anew with the next gap', async () => {
  await proof(null);
  await pass(35);
  await proof(null);
  await pass(29);
  expect(await called()).toEqual(['0 Lin 0 last']);
  await pass(1);
  expect(await called()).toEqual(['0 Lin 0 last', '0 Lin 0']);
});

it('leaves no call to take over where there is no gap', async () => {
  const before = await bench.actionsOf('provider');
  await takenOverBy(wang!);
  expect(await bench.actionsOf('provider')).toEqual(before);
});

it('calls whoever is on call when nobody has proven it for half an hour, and ends the gap by itself', async () => {
  await proof(null);
  await pass(29);
  expect(await gaps()).toEqual([]);
  await pass(10);
  expect(await gaps()).toEqual([{ met: null, found: 30, lasted: null }]);
  expect(await bench.mails()).toEqual(['intake_broke_off 1']);
  await proof(null);
  await pass(10);
  expect(await gaps()).toEqual([{ met: null, found: 30, lasted: 39 }]);
  expect(await bench.mails()).toEqual(['intake_broke_off 1']);
  expect((await bench.actionsOf('provider')).slice(-2)).toEqual(['intake.broke_off', 'intake.proven_again']);
});

it('calls at the second failure, and again for the next gap', async () => {
  await proof(null);
  await pass(15);
  await proof('no_answer');
  await pass(1);
  expect(await gaps()).toEqual([]);
  await proof('capacity.store_unavailable');
  await pass(1);
  expect(await gaps()).toEqual([{ met: 'capacity.store_unavailable', found: 17, lasted: null }]);
  await proof(null);
  await pass(32);
  expect(await gaps()).toMatchObject([{ lasted: 17 }, { met: null, found: 30, lasted: null }]);
  expect(await bench.mails()).toEqual(['intake_broke_off 2']);
});

it('calls nobody where intake was never tried', async () => {
  await pass(60);
  expect(await gaps()).toEqual([]);
  expect(await bench.mails()).toEqual([]);
});

it('tells a month hour by hour, as far as it has gone', async () => {
  const hour = 60 * MINUTE_MS;
  bench.clock.advance(2 * hour - (bench.clock.now().getTime() % hour));
  for (let i = 0; i < 4; i++) {
    await proof(null);
    bench.clock.advance(15 * MINUTE_MS);
  }
  const { hours, from, until } = await new TellCoverage(bench.database, store, bench.clock).month(undefined);
  expect(until).toEqual(bench.clock.now());
  expect(hours).toHaveLength(Math.ceil((until.getTime() - from.getTime()) / hour));
  expect(hours.slice(-2)).toMatchObject([{ proven: 0, failed: 0, unknown: hour }, { proven: hour, failed: 0, unknown: 0 }]);
  expect((await new TellCoverage(bench.database, store, bench.clock).month('2099-01')).hours).toEqual([]);
});
