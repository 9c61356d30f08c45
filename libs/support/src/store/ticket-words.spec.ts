import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';
import { TicketStore } from './ticket-store.js';
import { whichSay } from './ticket-words.js';

let bench: DeskBench;
let lin: Actor;
let tenant: Awaited<ReturnType<DeskBench['tenant']>>;
beforeAll(async () => {
  bench = await openDeskBench();
  lin = await bench.staff('Lin');
});
beforeEach(async () => {
  await bench.owner.query('TRUNCATE ticket_event, ticket_note, ticket CASCADE');
  tenant = await bench.tenant();
});
afterAll(() => bench.close());

/** Each is a millisecond younger than the one before, so their ids stand in that order. */
const open = async (subject: string, words: string, whose = tenant) => {
  bench.clock.advance(1);
  return (await bench.tenantSide.open(whose.tenantId, { subject, words, priority: 'p3' }, whose.by)).id as Id<'tkt'>;
};
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
/** Whether the order is gone through or the index is asked, as is done for words that the first of it say nothing of. */
const eitherWay = async (find: (store: TicketStore) => Promise<readonly { id: string }[]>): Promise<string[]> => {
  const [byOrder, byIndex] = [ids(await find(bench.store)), ids(await find(new TicketStore(1)))];
  expect(byIndex).toEqual(byOrder);
  return byOrder;
};
const own = (search: string, more: object = {}, whose = tenant) => eitherWay((store) => bench.database.asTenant(whose.tenantId, (tx) => store.list(tx, { tenantId: whose.tenantId, search, size: 100, ...more })));
const atDesk = (search: string, more: object = {}) => eitherWay((store) => bench.database.asProvider((tx) => store.queue(tx, { search, size: 100, ...more })));

it('finds words of any language, in subjects and messages, whatever their case, width and order', async () => {
  const [chinese, english] = [await open('识别任务排队', '从中午起一直不动'), await open('Jobs wait', 'Since NOON, node ７ keeps its lease')];
  for (const words of ['排队', '队', '任务', '中午 不动', '不动 中午']) expect([words, await own(words)]).toEqual([words, [chinese]]);
  for (const words of ['jobs', 'NOON lease', 'lease noon', 'node 7', 'ｊｏｂｓ', 'oo']) expect([words, await own(words)]).toEqual([words, [english]]);
  for (const words of ['队排', '任队', 'jobs noon', '%', '_obs', 'nodejs']) expect([words, await own(words)]).toEqual([words, []]);
  expect(await own(english)).toEqual([english]);
});

it('shows a tenant its own tickets, and the desk those of all or of one', async () => {
  const other = await bench.tenant();
  const [mine, theirs] = [await open('One phrase', 'x'), await open('One phrase', 'x', other)];
  expect(await own('phrase')).toEqual([mine]);
  expect(await own('phrase', {}, other)).toEqual([theirs]);
  expect(await atDesk('phrase')).toEqual([mine, theirs]);
  expect(await atDesk('phrase', { tenantId: other.tenantId })).toEqual([theirs]);
  const asked = await bench.database.asTenant(tenant.tenantId, (tx) => tx.$queryRaw`SELECT id FROM gate_find_tickets('phrase', ${other.tenantId}, 9)`);
  expect(asked).toEqual([{ id: mine }]);
});

it('finds a note at the desk and never for a tenant, however common its words are', async () => {
  const id = await open('Jobs wait', 'x');
  await bench.desk.note(id, 'Canary in the lease', lin);
  expect(await atDesk('canary')).toEqual([id]);
  expect(await own('canary')).toEqual([]);
  await bench.owner.query(`INSERT INTO ticket_note SELECT 'tkn_' || n, $1, $2, clock_timestamp(), $3, 'Lin', 'Canary ' || n FROM generate_series(1, 2100) n`, [tenant.tenantId, id, lin.id]);
  expect(await atDesk('canary')).toEqual([id]);
  expect(await own('canary')).toEqual([]);
});

it('finds words that stand nearly everywhere page by page, in the order of the list, narrowed like any other', async () => {
  const all: Id<'tkt'>[] = [];
  for (let i = 0; i < 5; i++) all.push(await open(`Common ${i}`, 'x'));
  await bench.owner.query(`INSERT INTO ticket_event (id, tenant_id, ticket_id, place, at, kind, side, by, words) SELECT 'tev_' || n, $1, $2, n + 1, clock_timestamp(), 'replied', 'tenant', 'per_x', 'common' FROM generate_series(1, 2100) n`, [tenant.tenantId, all[0]]);
  await bench.desk.change(all[3]!, { priority: 'p1' }, lin);
  const newest = [...all].reverse();
  expect(await own('common', { size: 2 })).toEqual(newest.slice(0, 2));
  expect(await own('common', { size: 2, beyond: newest[1] })).toEqual(newest.slice(2, 4));
  expect(await own('common', { size: 2, beyond: newest[3] })).toEqual(newest.slice(4));
  expect(await atDesk('common', { size: 1 })).toEqual([all[3]]);
  expect(await own('common', { priority: 'p1' })).toEqual([all[3]]);
  expect(await own('common 4')).toEqual([all[4]]);
  for (const words of ['c%n', 'c_mmon', 'common\\']) expect(await bench.database.asProvider((tx) => whichSay(tx, words, all))).toEqual(new Set());
  const odd = await open('100%_of\\all', 'x');
  for (const words of ['0%_', 'f\\A']) expect(await bench.database.asProvider((tx) => whichSay(tx, words, [odd, ...all]))).toEqual(new Set([odd]));
});

it('narrows by what is late and by the day it was opened', async () => {
  const early = await open('Early', 'x');
  const begin = bench.clock.now();
  bench.clock.advance(5 * 3_600_000);
  const late = await open('Later', 'x');
  const now = bench.clock.now();
  const listed = async (more: object) => ids(await bench.database.asProvider((tx) => bench.store.list(tx, { size: 9, ...more })));
  expect(await listed({ lateAt: now })).toEqual([early]);
  expect(await listed({ openedFrom: now })).toEqual([late]);
  expect(await listed({ openedFrom: begin, openedBefore: now })).toEqual([early]);
});

it('finds what looking at every text finds', async () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('工', '单', 'a', 'B', 'Ａ', ' '), minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== ''), { minLength: 12, maxLength: 12 });
  const [subjects] = fc.sample(texts, { numRuns: 1 });
  const tickets: { id: string; subject: string }[] = [];
  for (const subject of subjects!) tickets.push({ id: await open(subject, '.'), subject: plain(subject) });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom('工', '单', 'a', 'b', ' '), minLength: 1, maxLength: 4 }).filter((text) => text.trim() !== ''), async (sought) => {
      const words = plain(sought).trim().split(/\s+/);
      expect(new Set(await own(sought))).toEqual(new Set(tickets.filter(({ subject }) => words.every((word) => subject.includes(word))).map(({ id }) => id)));
    }),
    { numRuns: 60 },
  );
});

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
