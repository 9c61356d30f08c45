import type { Actor } from '@inkproof/audit';
import type { RotaPlan } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';

const MINUTE_MS = 60_000;
const person = ({ id }: Actor) => id as Id<'per'>;

let bench: DeskBench;
let [lin, wang, chief]: Actor[] = [];
beforeAll(async () => {
  bench = await openDeskBench();
  [lin, wang, chief] = [await bench.staff('Lin'), await bench.staff('Wang'), await bench.staff('Chief')];
});
beforeEach(() => bench.owner.query('TRUNCATE ticket_call, rota_version, mail, ticket_event, ticket_note, ticket CASCADE'));
afterAll(() => bench.close());

const allWeek = (who: Actor): RotaPlan['shifts'] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ person: person(who), weekday, from: '00:00', minutes: 1_440 }));
const plan = (shifts: RotaPlan['shifts']): RotaPlan => ({ shifts, covers: [], chain: [{ person: person(wang!), after_minutes: 10 }, { person: person(chief!), after_minutes: 15 }] });
const opened = async (priority: 'p1' | 'p2' = 'p1') => {
  const { tenantId, by } = await bench.tenant();
  return (await bench.tenantSide.open(tenantId, { subject: 'Nothing works', words: 'x', priority }, by)).id as Id<'tkt'>;
};
/** Minute by minute, as the clock of nodes goes. */
const pass = async (minutes: number) => {
  for (let i = 0; i < minutes; i++) {
    bench.clock.advance(MINUTE_MS);
    await Promise.all([bench.watch.once(), bench.watch.once()]);
    await Promise.all([bench.calls.once(), bench.calls.once()]);
  }
};
const called = async () => (await bench.owner.query<{ what: string }>(`SELECT concat_ws(' ', coalesce(clock, 'unassigned'), level, coalesce(called_name, 'the desk')) AS what FROM ticket_call ORDER BY at, level, clock`)).rows.map(({ what }) => what);
const mailedTo = async () => Number((await bench.owner.query(`SELECT count(*)::int AS n FROM mail WHERE template = 'ticket_warned'`)).rows[0].n);

it('calls whoever is on call at five minutes, and up the chain until somebody has taken the ticket over', async () => {
  await bench.keepRota.set(plan(allWeek(lin!)), lin!);
  const id = await opened();
  await pass(4);
  expect(await called()).toEqual([]);
  await pass(1);
  expect(await called()).toEqual(['unassigned 0 Lin']);
  expect(await mailedTo()).toBe(1);
  await pass(10);
  expect(await called()).toEqual(['unassigned 0 Lin', 'first 0 Lin', 'unassigned 1 Wang']);
  await bench.takeOver.ticket(id, wang!);
  await pass(60);
  expect(await called()).toEqual(['unassigned 0 Lin', 'first 0 Lin', 'unassigned 1 Wang']);
  expect(await bench.actionsOf('provider')).toContain('ticket.taken_over');
});

it('goes on to the end of the chain where nobody answers, and calls nobody twice for the same (Chatwoot 6889)', async () => {
  await bench.keepRota.set(plan(allWeek(lin!)), lin!);
  await opened();
  await pass(60);
  expect((await called()).filter((call) => call.startsWith('unassigned'))).toEqual(['unassigned 0 Lin', 'unassigned 1 Wang', 'unassigned 2 Chief']);
  expect((await called()).filter((call) => call.startsWith('first'))).toEqual(['first 0 Lin', 'first 1 Wang', 'first 2 Chief']);
});

it('calls nobody further once the ticket was answered', async () => {
  await bench.keepRota.set(plan(allWeek(lin!)), lin!);
  const id = await opened();
  await pass(5);
  await bench.desk.reply(id, { words: 'We look', state: 'waiting_tenant' }, lin!);
  await pass(60);
  expect(await called()).toEqual(['unassigned 0 Lin']);
});

it('calls the whole desk where nobody is on call, or whoever was has left', async () => {
  await opened();
  await pass(5);
  expect(await called()).toEqual(['unassigned 0 the desk']);
  expect(await mailedTo()).toBe(3);
  const gone = await bench.staff('Gone');
  await bench.keepRota.set(plan(allWeek(gone)), lin!);
  await bench.owner.query('DELETE FROM staff WHERE person_id = $1', [gone.id]);
  expect(await bench.database.asProvider((tx) => bench.calls.onCall(tx))).toBeNull();
});

it('warns whoever is on call of a ticket that nobody has, before its time is over', async () => {
  await bench.keepRota.set(plan(allWeek(lin!)), lin!);
  await opened('p2');
  await pass(30);
  expect(await mailedTo()).toBe(1);
  expect(await called()).toEqual([]);
  await pass(30);
  expect(await called()).toEqual(['first 0 Lin']);
});

it('takes nobody onto the rota who is not of the staff', async () => {
  const { by } = await bench.tenant();
  await expect(bench.keepRota.set(plan(allWeek(by)), lin!)).rejects.toEqual(expect.objectContaining({ code: 'staff.not_found' }));
});
