import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { showTicket } from '../http/show-ticket.js';
import { standingOf, type Happened } from '../model/standing.js';
import type { StoredTicket } from '../store/ticket-store.js';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';

const MINUTE_MS = 60_000;

let bench: DeskBench;
let lin: Actor;
beforeAll(async () => {
  bench = await openDeskBench();
  lin = await bench.staff('Lin');
});
afterAll(() => bench.close());

const happened = ({ events }: StoredTicket): Happened[] => events.map(({ at, clock, ...event }) => ({ ...event, at: at.getTime(), clock: clock as Happened['clock'] }));
const now = (id: string): Promise<StoredTicket> => bench.database.asProvider(async (tx) => (await bench.store.find(tx, id))!);
const idsOf = (ticket: StoredTicket, ...places: number[]): Id<'tev'>[] => places.map((place) => ticket.events[place]!.id as Id<'tev'>);
const notToSplit = expect.objectContaining({ code: 'ticket.not_to_split' });

/** Jobs wait; and after an answer, a second question that has nothing to do with it. */
const conversation = async () => {
  const { tenantId, by } = await bench.tenant();
  const { id } = await bench.tenantSide.open(tenantId, { subject: 'Jobs wait', words: 'Since noon', priority: 'p2' }, by);
  bench.clock.advance(10 * MINUTE_MS);
  await bench.desk.reply(id as Id<'tkt'>, { words: 'We look', state: 'open' }, lin);
  bench.clock.advance(10 * MINUTE_MS);
  await bench.tenantSide.reply(tenantId, id as Id<'tkt'>, 'And how do I change the invoice?', by, [{ name: 'invoice.csv', bytes: Buffer.from('id,sum') }]);
  return { tenantId, by, id: id as Id<'tkt'>, ticket: await now(id) };
};

it('takes a question with its time, its author and its files; its clocks begin with it, and those of the old ticket stay as they were', async () => {
  const { tenantId, id, ticket } = await conversation();
  bench.clock.advance(30 * MINUTE_MS);
  const split = await bench.split.for(id, { events: idsOf(ticket, 2), subject: 'Invoice', priority: 'p4' }, lin);
  expect(split).toMatchObject({ tenantId, subject: 'Invoice', priority: 'p4', openedByName: 'Lu', openedAt: ticket.events[2]!.at, assigneeName: 'Lin' });
  expect(split.events.map(({ kind, side, byName, reference }) => [kind, side, byName, reference])).toEqual([
    ['opened', 'tenant', 'Lu', ticket.events[2]!.id],
    ['assigned', 'provider', 'Lin', 'Lin'],
    ['linked', 'provider', 'Lin', id],
  ]);
  expect(showTicket(split, bench.clock.now()).clocks[0]).toMatchObject({ clock: 'first', state: 'running', spent_seconds: 1800 });
  const file = split.events[0]!.files[0]!;
  expect(file).toMatchObject({ name: 'invoice.csv' });
  expect(file.objectId).not.toBe(ticket.events[2]!.files[0]!.objectId);
  expect((await bench.files.asTenant(tenantId, { id: split.id, file: file.id })).bytes.toString()).toBe('id,sum');
  const old = await now(id);
  expect(old.events.slice(0, 3)).toEqual(ticket.events);
  expect(old.events.at(-1)).toMatchObject({ kind: 'split', reference: split.id });
  expect(old.standing).toEqual(ticket.standing);
  expect((await bench.actionsOf(tenantId)).at(-1)).toBe('ticket.split');
});

it('lets the clocks of both be folds again, whatever is taken and whatever is said afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 }), fc.array(fc.constantFrom('tenant', 'open', 'waiting_tenant', 'resolved'), { maxLength: 2 }), async (places, later) => {
      const { tenantId, by, id, ticket } = await conversation();
      const split = bench.split.for(id, { events: idsOf(ticket, ...places), subject: 'x' }, lin);
      // The earliest of them must be a question.
      if (Math.min(...places) === 1) {
        await expect(split).rejects.toEqual(notToSplit);
        return;
      }
      const into = (await split).id as Id<'tkt'>;
      for (const one of later) {
        bench.clock.advance(7 * MINUTE_MS);
        for (const each of [id, into]) await (one === 'tenant' ? bench.tenantSide.reply(tenantId, each, 'x', by) : bench.desk.reply(each, { words: 'x', state: one as 'open' }, lin));
      }
      for (const each of [await now(id), await now(into)]) expect(each.standing).toEqual(standingOf(happened(each)));
    }),
    { numRuns: 6 },
  );
}, 60_000);

it('takes nothing that is no message of this very ticket', async () => {
  const [{ id, ticket }, other] = [await conversation(), await conversation()];
  for (const events of [idsOf(other.ticket, 0), [...idsOf(ticket, 0), ...idsOf(other.ticket, 2)], idsOf(await bench.desk.change(id, { priority: 'p1' }, lin), 3)]) await expect(bench.split.for(id, { events, subject: 'x' }, lin)).rejects.toEqual(notToSplit);
  expect((await now(id)).events).toHaveLength(4);
});

it('says nothing of notes to whoever reads the new ticket', async () => {
  const { tenantId, id, ticket } = await conversation();
  await bench.desk.note(id, 'Canary-7Q4Z', lin, [{ name: 'Canary.log', bytes: Buffer.from('x') }]);
  const { id: into } = await bench.split.for(id, { events: idsOf(ticket, 2), subject: 'x' }, lin);
  const seen = await bench.database.asTenant(tenantId, (tx) => bench.store.find(tx, into, tenantId));
  expect(JSON.stringify([seen, showTicket(seen!, bench.clock.now())])).not.toContain('Canary');
});
