import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showAtDesk, showSummary, showTicket } from '../http/show-ticket.js';
import { standingOf, type Happened } from '../model/standing.js';
import type { StoredTicket } from '../store/ticket-store.js';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CANARY = 'Canary-7Q4Z is for the staff alone';

let bench: DeskBench;
let lin: Actor;
beforeAll(async () => {
  bench = await openDeskBench();
  lin = await bench.staff('Lin');
});
afterAll(() => bench.close());

const opened = async (asked: object = {}) => {
  const tenant = await bench.tenant();
  const ticket = await bench.tenantSide.open(tenant.tenantId, { subject: 'Jobs wait', words: 'Since noon', priority: 'p2', ...asked }, tenant.by);
  return { ...tenant, id: ticket.id as Id<'tkt'>, ticket };
};
const refusedAs = (code: string) => expect.objectContaining({ code });
const happened = ({ events }: StoredTicket): Happened[] => events.map(({ at, clock, ...event }) => ({ ...event, at: at.getTime(), clock: clock as Happened['clock'] }));
const clockOf = (ticket: StoredTicket, clock: string) => showTicket(ticket, bench.clock.now()).clocks.find((one) => one.clock === clock)!;

describe('a ticket', () => {
  it('is opened, answered, asked about, resolved, rated and taken up again, and the fold of its events is what was stored', async () => {
    const { tenantId, by, id } = await opened();
    bench.clock.advance(8 * MINUTE_MS);
    const answered = await bench.desk.reply(id, { words: 'We look', state: 'waiting_tenant' }, lin);
    expect(answered).toMatchObject({ state: 'waiting_tenant', assigneeId: lin.id, assigneeName: 'Lin' });
    bench.clock.advance(DAY_MS);
    expect((await bench.tenantSide.reply(tenantId, id, 'Job 7', by)).state).toBe('open');
    await expect(bench.tenantSide.rate(tenantId, id, { rating: 5 }, by)).rejects.toEqual(refusedAs('ticket.not_resolved'));
    await bench.desk.reply(id, { words: 'Done', state: 'resolved' }, lin);
    expect(await bench.tenantSide.rate(tenantId, id, { rating: 4, words: 'Quick' }, by)).toMatchObject({ rating: 4, state: 'resolved' });
    const again = await bench.tenantSide.reply(tenantId, id, 'It is back', by);
    expect(again.state).toBe('open');
    expect(again.events.map(({ kind, side, state, byName }) => [kind, side, state, byName])).toEqual([
      ['opened', 'tenant', null, 'Lu'],
      ['replied', 'provider', 'waiting_tenant', 'Lin'],
      ['replied', 'tenant', 'open', 'Lu'],
      ['replied', 'provider', 'resolved', 'Lin'],
      ['rated', 'tenant', null, 'Lu'],
      ['replied', 'tenant', 'open', 'Lu'],
    ]);
    expect(again).toEqual(await bench.database.asTenant(tenantId, (tx) => bench.store.find(tx, id, tenantId)));
    expect(again.standing).toEqual(standingOf(happened(again)));
    expect(clockOf(again, 'first')).toMatchObject({ state: 'met', missed: false, spent_seconds: 480 });
    expect(clockOf(again, 'resolution')).toMatchObject({ state: 'running', spent_seconds: 480 });
  });

  it('stands in both logs and reaches whoever opened it', async () => {
    const { tenantId, id } = await opened();
    const before = (await bench.actionsOf('provider')).length;
    await bench.desk.reply(id, { words: CANARY, state: 'open' }, lin);
    expect(await bench.actionsOf(tenantId)).toEqual(['ticket.opened', 'ticket.answered']);
    expect((await bench.actionsOf('provider')).slice(before)).toEqual(['ticket.answered']);
    expect((await bench.owner.query('SELECT 1 FROM mail WHERE tenant_id = $1 AND template = $2', [tenantId, 'ticket_answered'])).rowCount).toBe(1);
    expect((await bench.owner.query('SELECT 1 FROM audit_entry WHERE body LIKE $1', ['%Canary%'])).rowCount).toBe(0);
  });

  it('takes what two people write at the same moment one after the other', async () => {
    const { tenantId, by, id } = await opened();
    await Promise.all([...Array.from({ length: 6 }, (_, i) => bench.tenantSide.reply(tenantId, id, `question ${i}`, by)), ...Array.from({ length: 6 }, (_, i) => bench.desk.reply(id, { words: `answer ${i}`, state: 'open' }, lin))]);
    const ticket = (await bench.database.asProvider((tx) => bench.store.find(tx, id)))!;
    expect(ticket.events.map(({ place }) => place)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    expect(ticket.standing).toEqual(standingOf(happened(ticket)));
  });

  it('is another tenant’s, or none, to everybody else', async () => {
    const [{ id }, other] = [await opened(), await bench.tenant()];
    await expect(bench.tenantSide.reply(other.tenantId, id, 'x', other.by)).rejects.toEqual(refusedAs('ticket.not_found'));
    expect(await bench.database.asTenant(other.tenantId, (tx) => bench.store.find(tx, id, other.tenantId))).toBeUndefined();
  });

  it('is merged into another of its tenant, closed, and points to it', async () => {
    const one = await opened();
    const { id: into } = await bench.tenantSide.open(one.tenantId, { subject: 'The same', words: 'x', priority: 'p3' }, one.by);
    const merged = await bench.desk.merge(one.id, into as Id<'tkt'>, lin);
    expect(merged).toMatchObject({ state: 'closed', dueAt: null, nextLookAt: null });
    expect(merged.events.at(-1)).toMatchObject({ kind: 'merged', reference: into });
    await expect(bench.tenantSide.reply(one.tenantId, one.id, 'x', one.by)).rejects.toEqual(refusedAs('ticket.closed'));
    await expect(bench.desk.merge(into as Id<'tkt'>, (await opened()).id, lin)).rejects.toEqual(refusedAs('ticket.not_found'));
  });

  it('goes to a person of the staff and to nobody else, and is open from then on', async () => {
    const { id, by } = await opened();
    await expect(bench.desk.change(id, { assignee: by.id as Id<'per'> }, lin)).rejects.toEqual(refusedAs('staff.not_found'));
    expect(await bench.desk.change(id, { assignee: lin.id as Id<'per'>, priority: 'p1', link: 'rec_7' }, lin)).toMatchObject({ state: 'open', priority: 'p1', assigneeName: 'Lin' });
  });

  it.each(['open', 'waiting_tenant', 'waiting_provider', 'on_hold', 'resolved'] as const)('is given to somebody and back while it is %s, and stays so, with its clocks', async (state) => {
    const { tenantId, by } = await bench.tenant();
    const { id } = await bench.tenantSide.open(tenantId, { subject: 's', words: 'x', priority: 'p2' }, by);
    const before = await bench.desk.reply(id as Id<'tkt'>, { words: 'x', state }, lin);
    for (const assignee of [null, lin.id as Id<'per'>]) expect(await bench.desk.change(id as Id<'tkt'>, { assignee }, lin)).toMatchObject({ state, assigneeId: assignee, standing: before.standing });
  });

  it('cannot be stopped in silence, whatever writes to the store', async () => {
    const { tenantId, id } = await opened();
    const write = (state: string) => bench.owner.query(`INSERT INTO ticket_event (id, tenant_id, ticket_id, place, at, kind, side, by, state) VALUES ($1, $2, $3, 9, clock_timestamp(), 'state_set', 'provider', 'per_x', $4)`, [`tev_${state}`, tenantId, id, state]);
    await expect(write('waiting_tenant')).rejects.toThrow('never_stopped_in_silence');
    await expect(write('resolved')).rejects.toThrow('never_stopped_in_silence');
  });
});

describe('a note', () => {
  it('is shown at the desk, and nothing that a tenant may ask for holds a word of it', async () => {
    const { tenantId, by, id } = await opened();
    const noted = await bench.desk.note(id, CANARY, lin);
    const notes = await bench.database.asProvider((tx) => bench.store.notes(tx, noted));
    expect(showAtDesk(noted, notes, bench.clock.now()).notes).toMatchObject([{ by: { name: 'Lin' }, words: CANARY }]);
    await bench.desk.reply(id, { words: 'Fixed', state: 'resolved' }, lin);
    const seen = await bench.tenantSide.reply(tenantId, id, 'thanks', by);
    const listed = await bench.database.asTenant(tenantId, (tx) => bench.store.list(tx, { tenantId, search: 'Canary', size: 20 }));
    expect(JSON.stringify([seen, showTicket(seen, bench.clock.now()), listed.map((one) => showSummary(one, bench.clock.now()))])).not.toContain('Canary');
    expect(await bench.database.asTenant(tenantId, (tx) => bench.store.notes(tx, seen))).toEqual([]);
    const { rows } = await bench.owner.query<{ row: string }>(`SELECT to_jsonb(m)::text AS row FROM mail m UNION ALL SELECT body FROM audit_entry UNION ALL SELECT to_jsonb(d)::text FROM webhook_delivery d UNION ALL SELECT to_jsonb(e)::text FROM ticket_event e WHERE tenant_id = '${tenantId}'`);
    for (const { row } of rows) expect(row).not.toContain('Canary');
  });
});

describe('the watch', () => {
  it('cries out for a grave ticket that nobody took, warns at each mark once, and both logs hear that it is late', async () => {
    const { tenantId, id } = await opened({ priority: 'p1' });
    const marks = async () => (await bench.database.asProvider((tx) => bench.store.find(tx, id)))!.events.filter(({ side }) => side === 'system').map(({ kind, clock, percent }) => `${kind} ${clock} ${percent}`);
    const expected: [minutes: number, told: string[]][] = [
      [4, []],
      [5, ['unassigned null null']],
      [8, ['warned first 50']],
      [12, ['warned first 80']],
      [15, ['warned first 100']],
    ];
    let [minute, told] = [0, [] as string[]];
    for (const [at, more] of expected) {
      bench.clock.advance((at - minute) * MINUTE_MS);
      minute = at;
      await Promise.all([bench.watch.once(), bench.watch.once()]);
      told = [...told, ...more];
      expect(await marks()).toEqual(told);
    }
    expect(await bench.actionsOf(tenantId)).toEqual(['ticket.opened', 'ticket.overdue']);
    const answered = await bench.desk.reply(id, { words: 'Here we are', state: 'open' }, lin);
    expect(clockOf(answered, 'first')).toMatchObject({ state: 'met', missed: true });
    expect(showTicket(answered, bench.clock.now()).events.map(({ kind }) => kind)).toEqual(['opened', 'replied']);
  });

  it('closes what stayed resolved for fourteen days, and only then', async () => {
    const { tenantId, by, id } = await opened({ priority: 'p4' });
    await bench.desk.reply(id, { words: 'Done', state: 'resolved' }, lin);
    const stateNow = async () => (await bench.database.asProvider((tx) => bench.store.find(tx, id)))!.state;
    const settle = async () => {
      while ((await bench.watch.once()) > 0);
    };
    bench.clock.advance(14 * DAY_MS - 1);
    await settle();
    expect(await stateNow()).toBe('resolved');
    bench.clock.advance(1);
    await settle();
    expect(await stateNow()).toBe('closed');
    await expect(bench.tenantSide.reply(tenantId, id, 'x', by)).rejects.toEqual(refusedAs('ticket.closed'));
    expect(await bench.tenantSide.rate(tenantId, id, { rating: 3 }, by)).toMatchObject({ rating: 3, state: 'closed' });
  });
});

it('the queue stands in the order of what is due, page by page, and counts what is mine and what is late', async () => {
  await bench.owner.query('TRUNCATE ticket_event, ticket_note, ticket CASCADE');
  const grave = await opened({ priority: 'p1' });
  const idle = await opened({ priority: 'p4' });
  const usual = await opened({ priority: 'p3' });
  await bench.desk.reply(idle.id, { words: 'Which one?', state: 'waiting_tenant' }, lin);
  bench.clock.advance(16 * MINUTE_MS);
  const pages = async (beyond?: string): Promise<string[]> => {
    const rows = await bench.database.asProvider((tx) => bench.store.queue(tx, { state: 'unsolved', size: 1, beyond }));
    return rows.length ? [rows[0]!.id, ...(await pages(rows[0]!.id))] : [];
  };
  expect(await pages()).toEqual([grave.id, usual.id, idle.id]);
  expect(await bench.database.asProvider((tx) => bench.store.count(tx, lin.id, bench.clock.now()))).toEqual({ unsolved: 3, mine: 1, overdue: 1 });
});
