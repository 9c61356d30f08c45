import { Refusal } from '@inkproof/contract';
import { dayStart } from '@inkproof/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openChangeBench, type BenchTenant, type ChangeBench } from '../testing/change-bench.js';

const OFFICE = '203.0.113.0/24';
const START = Date.parse('2025-01-24T02:00:00.000Z');
const HOUR = 3_600_000;
const earliest = dayStart('2025-02-08');

let bench: ChangeBench;
let ours: BenchTenant;
beforeAll(async () => (bench = await openChangeBench()));
afterAll(() => bench.close());
beforeEach(async () => {
  bench.clock.advance(START - bench.clock.now().getTime());
  ours = await bench.tenant();
});

const file = (asked: Parameters<ChangeBench['file']['for']>[1]) => bench.file.for(ours.tenantId, asked, ours.by);
const office = () => bench.addresses(ours.key, [OFFICE]);
const until = (at: Date): void => bench.clock.advance(at.getTime() - bench.clock.now().getTime());
const stateOf = async (id: string) => (await bench.database.asProvider((tx) => bench.store.find(tx, id)))!;
const chg = (id: string) => id as `chg_${string}`;

describe('a planned change', () => {
  it('takes effect at its instant, to the millisecond and by itself, and both logs say so', async () => {
    const { id } = await file(bench.planned(office(), earliest.toISOString()));
    await bench.decide.for(chg(id), { verdict: 'accept' }, bench.staff);
    until(new Date(earliest.getTime() - 1));
    await bench.watch.once();
    expect(await bench.addressesOf(ours)).toEqual([]);
    until(earliest);
    await bench.watch.once();
    expect(await bench.addressesOf(ours)).toEqual([OFFICE]);
    expect(await stateOf(id)).toMatchObject({ state: 'applied', nextLookAt: null, before: { allowed_addresses: [] } });
    expect(await bench.actionsOf(ours.tenantId)).toEqual(expect.arrayContaining(['change.filed', 'change.accepted', 'key.changed', 'change.applied']));
    expect((await bench.actionsOf('provider')).slice(-4)).toEqual(['change.filed', 'change.accepted', 'change.came_due', 'change.applied']);
    expect(await bench.noticed(id)).toEqual(['change.accepted', 'change.applied', 'change.received', 'change.received']);
  });

  it('is filed for the earliest instant and for none before it', async () => {
    await expect(file(bench.planned(office(), new Date(earliest.getTime() - 1).toISOString()))).rejects.toMatchObject({ code: 'change.too_early', message: expect.stringContaining('2025-02-07T16:00:00.000Z') });
    await expect(file(bench.planned(office(), earliest.toISOString()))).resolves.toMatchObject({ state: 'filed', earliestAt: earliest });
  });

  it('may ask for a waiver, which is granted with a reason only, and lapses when nobody answers', async () => {
    const soon = new Date(START + HOUR).toISOString();
    const [granted, unanswered] = [await file(bench.planned(office(), soon, { waiver: 'the office moves today' })), await file(bench.planned(bench.addresses(ours.key, ['198.51.100.0/24']), soon, { waiver: 'x' }))];
    await expect(bench.decide.for(chg(granted.id), { verdict: 'accept' }, bench.staff)).rejects.toMatchObject({ code: 'change.reason_missing' });
    await bench.decide.for(chg(granted.id), { verdict: 'accept', reason: 'no load is at stake' }, bench.staff);
    until(new Date(START + HOUR));
    await bench.watch.once();
    expect((await stateOf(granted.id)).state).toBe('applied');
    expect((await stateOf(unanswered.id)).state).toBe('lapsed');
    expect((await bench.noticed(unanswered.id)).filter((kind) => kind === 'change.lapsed')).toHaveLength(2);
    expect(await bench.addressesOf(ours)).toEqual([OFFICE]);
  });

  it('that was filed in time stands though nobody answered', async () => {
    const { id } = await file(bench.planned(office(), earliest.toISOString()));
    until(earliest);
    await bench.watch.once();
    expect((await stateOf(id)).events.map(({ kind }) => kind)).toEqual(['filed', 'accepted', 'came_due', 'applied']);
  });

  it('that cannot be made any more is told with a ticket, and its door stays open', async () => {
    const { id } = await file(bench.planned(office(), earliest.toISOString()));
    await bench.owner.query('UPDATE api_key SET revoked_at = now() WHERE id = $1', [ours.key]);
    until(earliest);
    await bench.watch.once();
    const failed = await stateOf(id);
    expect(failed).toMatchObject({ state: 'due', ticketId: expect.stringMatching(/^tkt_/) });
    expect(failed.events.at(-1)).toMatchObject({ kind: 'failed', words: expect.stringContaining('key.ended') });
    const { rows } = await bench.owner.query('SELECT priority, (SELECT reference FROM ticket_event e WHERE e.ticket_id = t.id AND kind = $2) AS reference FROM ticket t WHERE id = $1', [failed.ticketId, 'linked']);
    expect(rows).toEqual([{ priority: 'p2', reference: id }]);
  });

  it('that is the tenant’s to make is told when it may be, and when its days have passed without it', async () => {
    const { id } = await file(bench.planned({ of: 'plan', setting: 'volume_forecast', words: 'twice as many pages' }, earliest.toISOString()));
    until(earliest);
    await bench.watch.once();
    expect(await bench.noticed(id)).toEqual(['change.accepted', 'change.due', 'change.received', 'change.received']);
    until(new Date(earliest.getTime() + 7 * 24 * HOUR));
    await bench.watch.once();
    await bench.watch.once();
    expect((await stateOf(id)).state).toBe('lapsed');
    expect((await bench.noticed(id)).filter((kind) => kind === 'change.lapsed')).toHaveLength(2);
    expect((await bench.actionsOf(ours.tenantId)).at(-1)).toBe('change.lapsed');
  });

  it('is nothing when it names what stands, or a key of somebody else', async () => {
    await expect(file(bench.planned(bench.addresses(ours.key, []), earliest.toISOString()))).rejects.toMatchObject({ code: 'change.nothing_to_change' });
    const theirs = await bench.tenant();
    await expect(file(bench.planned(bench.addresses(theirs.key, [OFFICE]), earliest.toISOString()))).rejects.toMatchObject({ code: 'key.not_found' });
  });

  it('is made once though several nodes look', async () => {
    const { id } = await file(bench.planned(office(), earliest.toISOString()));
    until(earliest);
    await Promise.all([bench.watch.once(), bench.watch.once(), bench.watch.once()]);
    expect((await stateOf(id)).events.filter(({ kind }) => kind === 'applied')).toHaveLength(1);
  });
});

describe('an urgent change', () => {
  it('is made with the acknowledgement, and confirmed', async () => {
    const { id } = await file(bench.urgent(office()));
    expect(await bench.addressesOf(ours)).toEqual([]);
    await bench.decide.for(chg(id), { verdict: 'acknowledge' }, bench.staff);
    expect(await bench.addressesOf(ours)).toEqual([OFFICE]);
    await expect(bench.acts.confirm(ours.tenantId, chg(id), ours.by)).resolves.toMatchObject({ state: 'confirmed', standing: { overdue: false, dueBy: null } });
  });

  it('rolled back, what stood before stands again', async () => {
    const { id } = await file(bench.urgent(office()));
    await bench.decide.for(chg(id), { verdict: 'acknowledge' }, bench.staff);
    await expect(bench.acts.rollBack(ours.tenantId, chg(id), ours.by)).resolves.toMatchObject({ state: 'rolled_back' });
    expect(await bench.addressesOf(ours)).toEqual([]);
  });

  it('is warned of once on both sides when four fifths of its time have passed', async () => {
    const { id } = await file(bench.urgent(office()));
    until(new Date(START + 19.2 * HOUR));
    await bench.watch.once();
    await bench.watch.once();
    expect((await bench.noticed(id)).filter((kind) => kind === 'change.nearly_over')).toHaveLength(2);
    expect((await stateOf(id)).events.map(({ kind }) => kind)).toEqual(['filed', 'nearly_over']);
    expect((await bench.actionsOf('provider')).at(-1)).toBe('change.nearly_over');
  });

  it('after 24 hours is overdue once, with a P1 that is linked, and word to both sides', async () => {
    const { id } = await file(bench.urgent(office()));
    until(new Date(START + 24 * HOUR - 1));
    await bench.watch.once();
    expect((await stateOf(id)).standing.overdue).toBe(false);
    until(new Date(START + 24 * HOUR));
    await bench.watch.once();
    await bench.watch.once();
    const late = await stateOf(id);
    expect(late).toMatchObject({ state: 'filed', standing: { overdue: true }, ticketId: expect.stringMatching(/^tkt_/) });
    expect(late.events.map(({ kind }) => kind)).toEqual(['filed', 'nearly_over', 'overdue']);
    const { rows } = await bench.owner.query('SELECT priority, next_look_at - opened_at AS looked_at_after FROM ticket WHERE tenant_id = $1', [ours.tenantId]);
    // Unassigned for five minutes, whoever is on call is called.
    expect(rows).toEqual([{ priority: 'p1', looked_at_after: expect.objectContaining({ minutes: 5 }) }]);
    expect((await bench.noticed(id)).filter((kind) => kind === 'change.overdue')).toHaveLength(2);
    // It can still be brought to its end.
    await bench.decide.for(chg(id), { verdict: 'acknowledge' }, bench.staff);
    await expect(bench.acts.confirm(ours.tenantId, chg(id), ours.by)).resolves.toMatchObject({ state: 'confirmed', standing: { overdue: true } });
  });
});

describe('the queue of the provider', () => {
  it('has what waits for its word first, urgent before planned, then what comes next, and what is over last', async () => {
    const other = (network: string) => bench.addresses(ours.key, [network]);
    const over = await file(bench.urgent(other('198.51.100.1/32')));
    await bench.acts.withdraw(ours.tenantId, chg(over.id), ours.by);
    const later = await file(bench.planned(other('198.51.100.2/32'), '2025-02-10T00:00:00.000Z'));
    const sooner = await file(bench.planned(other('198.51.100.3/32'), earliest.toISOString()));
    const accepted = await file(bench.planned(other('198.51.100.4/32'), earliest.toISOString()));
    await bench.decide.for(chg(accepted.id), { verdict: 'accept' }, bench.staff);
    const made = await file(bench.urgent(office()));
    await bench.decide.for(chg(made.id), { verdict: 'acknowledge' }, bench.staff);
    const waiting = await file(bench.urgent(other('198.51.100.5/32')));
    const queue = (beyond?: string, size = 10, state?: 'open') => bench.database.asProvider((tx) => bench.store.queue(tx, { tenantId: ours.tenantId, beyond, size, state }));
    const order = [waiting, sooner, later, made, accepted, over].map(({ id }) => id);
    expect((await queue()).map(({ id }) => id)).toEqual(order);
    expect((await queue(undefined, 10, 'open')).map(({ id }) => id)).toEqual(order.slice(0, -1));
    const first = await queue(undefined, 2);
    expect([...first, ...(await queue(first.at(-1)!.queuePlace, 4))].map(({ id }) => id)).toEqual(order);
  });
});

describe('the gate', () => {
  const pass = (asked: Record<string, unknown>, tenant = ours) => bench.gate.pass(tenant.tenantId, { of: 'key', id: tenant.key }, asked);

  it('asks for notice, names the members and the way to it', async () => {
    await expect(pass({ label: 'y', allowed_addresses: [OFFICE], purpose: 'invoices' })).rejects.toMatchObject({ code: 'change.notice_required', extras: { remedy: `https://ocr.example/changes/new?of=key&id=${ours.key}`, errors: [{ field: 'allowed_addresses' }, { field: 'purpose' }] } });
  });

  it('asks for none where nothing would change, of what is free, and while things are set up', async () => {
    await expect(pass({ allowed_addresses: [], purpose: null })).resolves.toBeUndefined();
    await expect(pass({ label: 'y', expires_at: '2999-01-01T00:00:00Z' })).resolves.toBeUndefined();
    const beginning = await bench.tenant({ serving: false });
    await expect(pass({ allowed_addresses: [OFFICE] }, beginning)).resolves.toBeUndefined();
  });

  it('opens for the very value that was accepted, once its instant has come, and the notice then is applied', async () => {
    const { id } = await file(bench.planned({ of: 'key', id: ours.key, values: { purpose: 'invoices', allowed_addresses: [OFFICE] } }, earliest.toISOString()));
    await expect(pass({ purpose: 'invoices' })).rejects.toBeInstanceOf(Refusal);
    until(earliest);
    // The platform could not make it: the key was away, and is back.
    await bench.owner.query('UPDATE api_key SET revoked_at = now() WHERE id = $1', [ours.key]);
    await bench.watch.once();
    await bench.owner.query('UPDATE api_key SET revoked_at = NULL WHERE id = $1', [ours.key]);
    await expect(pass({ purpose: 'passports' })).rejects.toMatchObject({ code: 'change.notice_required' });
    const passage = (await pass({ purpose: 'invoices' }))!;
    expect(passage.doors.map((door) => door.id)).toEqual([id]);
    await bench.gate.passed(ours.tenantId, passage, ours.by);
    expect(await stateOf(id)).toMatchObject({ state: 'applied', before: { purpose: null } });
    await expect(pass({ purpose: 'invoices' })).rejects.toBeInstanceOf(Refusal);
  });
});

describe('the calendar', () => {
  it('that the provider enters holds at once, and the year before it is not guessed', async () => {
    until(new Date('2026-12-25T02:00:00.000Z'));
    const asked = bench.planned(office(), '2027-01-20T00:00:00.000Z');
    await expect(file(asked)).rejects.toMatchObject({ code: 'change.calendar_unknown', message: expect.stringContaining('2027') });
    const days = ['2027-01-01', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'];
    await bench.enter.for({ year: 2027, source: 'https://www.gov.cn/x', items: days.map((day) => ({ day, kind: 'holiday', name: '节' })) }, bench.staff);
    await expect(file(asked)).resolves.toMatchObject({ earliestAt: dayStart('2027-01-05') });
    expect((await bench.actionsOf('provider')).at(-2)).toBe('calendar.entered');
  });

  it('is entered by the provider alone: the store itself refuses a tenant', async () => {
    await expect(bench.database.asTenant(ours.tenantId, (tx) => bench.calendars.add(tx, { year: 2028, source: 'x', items: [] }, { id: bench.ids.next('cal'), at: bench.clock.now(), by: 'x' }))).rejects.toThrow();
  });
});
