import { Trail, type Actor } from '@inkproof/audit';
import type { RotaPlan } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { Announce, DeliveryStore } from '@inkproof/notice';
import { NoScanner, Letterboxes, MailOutbox } from '@inkproof/platform';
import { SpecPeople } from '@inkproof/spec-database';
import { KeepFiles, TicketBook, TicketStore } from '@inkproof/support';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openChangeBench, type ChangeBench } from '../libs/change/src/testing/change-bench.js';
import { AskRota } from '../libs/support/src/actions/ask-rota.js';
import { CallOut } from '../libs/support/src/actions/call-out.js';
import { KeepRota } from '../libs/support/src/actions/keep-rota.js';
import { MailTokens } from '../libs/support/src/actions/mail-tokens.js';
import { TellOfTicket } from '../libs/support/src/actions/tell-of-ticket.js';
import { WatchTickets } from '../libs/support/src/actions/watch-tickets.js';
import { RotaStore } from '../libs/support/src/store/rota-store.js';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

let bench: ChangeBench;
let lin: Actor;
let wang: Actor;
beforeAll(async () => {
  bench = await openChangeBench();
  const people = new SpecPeople(bench.owner);
  [lin, wang] = [await people.staff('lin', 'support'), await people.staff('wang', 'support')];
});
afterAll(() => bench.close());

/** The desk beside it, on the same database and the same clock, as both modules stand in one node. */
const deskOf = ({ database, ids, clock, objects, sealing }: ChangeBench) => {
  const [store, rota, trail, masterKey] = [new TicketStore(), new RotaStore(), new Trail(), Buffer.alloc(32, 1)];
  const book = new TicketBook(store, new KeepFiles(objects, ids, new NoScanner()), ids, clock);
  const tell = new TellOfTicket(new Announce(new DeliveryStore(database), ids, clock), new MailOutbox(ids, clock, new Letterboxes(sealing, ids, clock)), clock, 'https://ocr.example', store, new MailTokens(masterKey, 'support@ocr.example'));
  const calls = new CallOut(database, store, rota, new AskRota(rota, clock), tell, ids, clock);
  return { calls, keepRota: new KeepRota(database, rota, trail, ids, clock), watch: new WatchTickets(database, store, book, tell, calls, trail, clock) };
};

it('an urgent change that nobody brought to its end within 24 hours becomes a P1, and whoever is on call is called, then the next', async () => {
  const desk = deskOf(bench);
  const person = ({ id }: Actor) => id as Id<'per'>;
  const shifts: RotaPlan['shifts'] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ person: person(lin), weekday, from: '00:00', minutes: DAY_MINUTES }));
  await desk.keepRota.set({ shifts, covers: [], chain: [{ person: person(wang), after_minutes: 10 }] }, lin);
  const ours = await bench.tenant();
  const { id } = await bench.file.for(ours.tenantId, bench.urgent(bench.addresses(ours.key, ['203.0.113.0/24'])), ours.by);

  const called = async () => (await bench.owner.query<{ name: string }>(`SELECT called_name AS name FROM ticket_call WHERE tenant_id = $1 AND clock IS NULL ORDER BY at, level`, [ours.tenantId])).rows.map(({ name }) => name);
  const tickets = async () => (await bench.owner.query<{ id: string; priority: string; reference: string }>(`SELECT t.id, t.priority::text, e.reference FROM ticket t JOIN ticket_event e ON e.ticket_id = t.id AND e.kind = 'linked' WHERE t.tenant_id = $1`, [ours.tenantId])).rows;
  const pass = async (minutes: number) => {
    bench.clock.advance(minutes * MINUTE_MS);
    await Promise.all([bench.watch.once(), bench.watch.once()]);
    await Promise.all([desk.watch.once(), desk.watch.once()]);
    await Promise.all([desk.calls.once(), desk.calls.once()]);
  };
  await pass(DAY_MINUTES - 1);
  expect([await tickets(), await called()]).toEqual([[], []]);
  await pass(1);
  expect(await tickets()).toEqual([{ id: expect.stringMatching(/^tkt_/), priority: 'p1', reference: id }]);
  expect(await called()).toEqual([]);
  await pass(5);
  expect(await called()).toEqual(['lin']);
  await pass(10);
  expect(await called()).toEqual(['lin', 'wang']);
  const { rows } = await bench.owner.query<{ template: string; n: number }>(`SELECT template, count(*)::int AS n FROM mail GROUP BY template`);
  expect(rows.find(({ template }) => template === 'ticket_warned')!.n).toBeGreaterThanOrEqual(2);
  expect(await tickets()).toHaveLength(1);
});
