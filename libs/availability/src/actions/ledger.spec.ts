import { causeOf, causesOfOneTenant, evidenceFor, evidenceKinds, outageCauses, outageOrigins, type NewBooking } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showInLedger, showToTenant } from '../http/show-outage.js';
import { openLedgerBench, type LedgerBench } from '../testing/ledger-bench.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let bench: LedgerBench;
beforeAll(async () => {
  bench = await openLedgerBench();
});
afterAll(() => bench.close());

const refusedAs = (code: string) => expect.objectContaining({ code });
const ago = (ms: number): string => new Date(bench.clock.now().getTime() - ms).toISOString();
const saying = (origin: NewBooking['origin'], kind: NewBooking['evidence']['kind'], reference?: string): NewBooking => ({ origin, evidence: { kind, words: 'seen', ...(reference !== undefined && { reference }) }, reason: 'It was looked into' });
/** One that everybody had for ten minutes, or one tenant. */
const entered = async (component: string, tenant?: Id<'ten'>) => (await bench.ledger.enter({ component, from: ago(20 * MINUTE), until: ago(10 * MINUTE), words: 'Seen by hand', ...(tenant && { tenant }) }, bench.lin)).id as Id<'out'>;

describe('an outage', () => {
  it('is the provider’s until it is booked otherwise; a later word counts, an earlier stays', async () => {
    const id = await entered('mail');
    expect(await bench.sums('mail')).toMatchObject({ provider: 10 * MINUTE });
    await bench.ledger.book(id, saying('carrier', 'text'), bench.lin);
    expect(await bench.sums('mail')).toMatchObject({ provider: 0, third_party_network: 10 * MINUTE });
    const again = await bench.ledger.book(id, { ...saying('overload', 'text'), from: ago(15 * MINUTE) }, bench.lin);
    expect(await bench.sums('mail')).toMatchObject({ provider: 5 * MINUTE, third_party_network: 5 * MINUTE });
    expect(showInLedger(again).bookings.map(({ origin, reason }) => [origin, reason])).toEqual([['carrier', 'It was looked into'], ['overload', 'It was looked into']]);
    expect((await bench.actionsOf('provider')).slice(-3)).toEqual(['outage.entered', 'outage.booked', 'outage.booked']);
  });

  it('of an attack on our own platform is never again the network of others, whatever writes to the store', async () => {
    const id = await entered('console');
    await bench.ledger.book(id, saying('attack_on_platform', 'document', 'Report 7'), bench.lin);
    await expect(bench.ledger.book(id, saying('attack_elsewhere', 'text'), bench.lin)).rejects.toEqual(refusedAs('outage.own_platform'));
    const write = (origin: string, cause: string) => bench.owner.query(`INSERT INTO outage_booking (outage_id, place, at, "from", origin, cause, evidence_kind, words) VALUES ($1, 2, now(), now(), $2, $3, 'text', 'x')`, [id, origin, cause]);
    await expect(write('attack_elsewhere', 'third_party_network')).rejects.toThrow('own platform');
    await expect(write('attack_on_platform', 'third_party_network')).rejects.toThrow();
    const other = await entered('console');
    await expect(bench.owner.query(`INSERT INTO outage_booking (outage_id, place, at, "from", origin, cause, evidence_kind, words) VALUES ($1, 1, now(), now(), 'attack_on_platform', 'third_party_network', 'text', 'x')`, [other])).rejects.toThrow('the_cause_follows_from_the_origin');
  });

  it('that everybody had is no tenant’s', async () => {
    const id = await entered('jobs');
    await expect(bench.ledger.book(id, saying('tenant_fault', 'text'), bench.lin)).rejects.toEqual(refusedAs('outage.everybodys'));
    const { tenantId, ticket } = await bench.tenant();
    const own = await entered('jobs', tenantId);
    await bench.ledger.book(own, saying('tenant_configuration', 'ticket', ticket), bench.lin);
    expect(await bench.actionsOf(tenantId)).toEqual(['outage.entered', 'outage.booked']);
    await expect(bench.ledger.book(own, saying('tenant_configuration', 'ticket', (await bench.tenant()).ticket), bench.lin)).rejects.toEqual(refusedAs('outage.not_proven'));
  });

  it('may be proven to be the tenant’s by what it told of around then, and by no notice of another', async () => {
    const [one, other] = [await bench.tenant(), await bench.tenant()];
    const own = await entered('recognition', one.tenantId);
    const [before, long, theirs] = [await bench.madeChange(one.tenantId, 60 * MINUTE), await bench.madeChange(one.tenantId, 25 * HOUR), await bench.madeChange(other.tenantId, 60 * MINUTE)];
    await bench.madeChange(one.tenantId, 5 * MINUTE);
    await bench.warned(other.tenantId, 15 * MINUTE);
    const warned = await bench.warned(one.tenantId, 15 * MINUTE);
    const clues = await bench.database.asProvider(async (tx) => bench.clues.about(tx, (await bench.outages.find(tx, own))!, bench.clock.now()));
    expect(clues.map(({ reference, sort, settings, security }) => ({ reference, sort, settings, security }))).toEqual([
      { reference: warned, sort: 'security', settings: [], security: 'attack' },
      { reference: before, sort: 'change_made', settings: ['allowed_addresses'], security: null },
    ]);
    for (const reference of [theirs, 'chg_x']) await expect(bench.ledger.book(own, saying('tenant_configuration', 'notice', reference), bench.lin)).rejects.toEqual(refusedAs('outage.not_proven'));
    await bench.ledger.book(own, saying('tenant_configuration', 'notice', long), bench.lin);
    expect(await bench.sums('recognition', one.tenantId)).toMatchObject({ provider: 0, tenant: 10 * MINUTE });
    const all = await entered('recognition');
    expect(await bench.database.asProvider(async (tx) => bench.clues.about(tx, (await bench.outages.find(tx, all))!, bench.clock.now()))).toEqual([]);
  });

  it('is seen by the tenants it touched and by no other', async () => {
    const [one, other] = [await bench.tenant(), await bench.tenant()];
    const [own, all] = [await entered('webhooks', one.tenantId), await entered('webhooks')];
    const seen = async (tenantId: Id<'ten'>) => (await bench.database.asTenant(tenantId, (tx) => bench.outages.list(tx, { tenantId, size: 100 }))).map(({ id }) => id);
    expect(await seen(one.tenantId)).toEqual(expect.arrayContaining([own, all]));
    expect(await seen(other.tenantId)).not.toContain(own);
    expect(await bench.sums('webhooks', other.tenantId)).toMatchObject({ provider: 10 * MINUTE });
    await expect(bench.database.asTenant(one.tenantId, (tx) => bench.outages.end(tx, { id: own, tenantId: one.tenantId }, new Date()))).resolves.toBeUndefined();
    await expect(bench.database.asTenant(one.tenantId, (tx) => bench.outages.book(tx, { id: own, tenantId: one.tenantId, bookings: [] }, { at: new Date(), from: new Date(), cause: 'provider', origin: 'fault', evidenceKind: 'text', words: 'x' }))).rejects.toThrow('row-level security');
  });

  it('shows a tenant no ticket of another as what proves it', async () => {
    const { ticket } = await bench.tenant();
    const id = await entered('account');
    const booked = await bench.ledger.book(id, saying('fault', 'ticket', ticket), bench.lin);
    expect(showInLedger(booked).bookings[0]!.evidence.reference).toBe(ticket);
    expect(showToTenant(booked).bookings[0]!.evidence.reference).toBeNull();
  });

  it('does not begin in the future, nor end before it began, nor twice', async () => {
    const enter = (from: string, until?: string) => bench.ledger.enter({ component: 'mail', from, words: 'x', ...(until && { until }) }, bench.lin);
    await expect(enter(ago(-1))).rejects.toEqual(refusedAs('outage.not_yet'));
    await expect(enter(ago(5), ago(6))).rejects.toEqual(refusedAs('outage.not_yet'));
    await expect(bench.ledger.enter({ component: 'teapot', from: ago(5), words: 'x' }, bench.lin)).rejects.toEqual(refusedAs('component.not_found'));
    const { id } = await enter(ago(5));
    await bench.ledger.end(id as Id<'out'>, undefined, bench.lin);
    await expect(bench.ledger.end(id as Id<'out'>, undefined, bench.lin)).rejects.toEqual(refusedAs('outage.ended'));
  });
});

it('the store takes a cause from no other origin, and by no other proof, than the contract says', async () => {
  const { tenantId } = await bench.tenant();
  const outage = await entered('consent', tenantId);
  const windowId = bench.ids.next('mnt');
  await bench.window({ id: windowId, component: 'consent', publishedAt: new Date(0), startsAt: new Date(1), endsAt: new Date(2) }, { startedAt: new Date(1), endedAt: new Date(2) });
  // The one origin after which another is refused has a spec of its own.
  for (const origin of outageOrigins.filter((one) => one !== 'attack_on_platform'))
    for (const cause of outageCauses)
      for (const kind of evidenceKinds) {
        const taken = await bench.owner
          .query(`WITH x AS (SELECT count(*)::int + 1 AS n FROM outage_booking WHERE outage_id = $1) INSERT INTO outage_booking (outage_id, place, tenant_id, at, "from", origin, cause, evidence_kind, reference, words, window_id) SELECT $1, n, $2, now(), now(), $3, $4, $5, 'x', 'x', $6 FROM x`, [outage, tenantId, origin, cause, kind, windowId])
          .then(() => true, () => false);
        expect({ origin, cause, kind, taken }).toEqual({ origin, cause, kind, taken: causeOf[origin] === cause && (evidenceFor[cause] as readonly string[]).includes(kind) });
      }
  const everybodys = await entered('consent');
  for (const cause of causesOfOneTenant) await expect(bench.owner.query(`INSERT INTO outage_booking (outage_id, place, at, "from", origin, cause, evidence_kind, words) VALUES ($1, 1, now(), now(), $2, $3, $4, 'x')`, [everybodys, outageOrigins.find((origin) => causeOf[origin] === cause), cause, evidenceFor[cause][0]])).rejects.toThrow('everybody');
});

describe('a dispute', () => {
  it('is made by a ticket of the tenant’s own, shows until it is settled, and both logs hear of the answer', async () => {
    const [{ tenantId, by, ticket }, other] = [await bench.tenant(), await bench.tenant()];
    const id = await entered('recognition');
    await bench.ledger.book(id, saying('force_majeure', 'document', 'Notice 3'), bench.lin);
    await expect(bench.disputing.by(tenantId, id, other.ticket, by)).rejects.toEqual(refusedAs('ticket.not_found'));
    const { disputes } = await bench.disputing.by(tenantId, id, ticket, by);
    await expect(bench.disputing.by(tenantId, id, ticket, by)).rejects.toEqual(refusedAs('outage.not_disputable'));
    expect((await bench.database.asTenant(other.tenantId, (tx) => bench.outages.find(tx, id, other.tenantId)))!.disputes).toEqual([]);
    const settle = () => bench.ledger.settle(id, disputes[0]!.id as Id<'dsp'>, { state: 'rejected', answer: 'The notice stands' }, bench.lin);
    expect(showToTenant(await settle()).disputes[0]).toMatchObject({ state: 'rejected', answer: 'The notice stands' });
    await expect(settle()).rejects.toEqual(refusedAs('dispute.settled'));
    expect(await bench.actionsOf(tenantId)).toEqual(['outage.disputed', 'outage.dispute_settled']);
    expect((await bench.actionsOf('provider')).slice(-2)).toEqual(['outage.disputed', 'outage.dispute_settled']);
  });

  it('comes within thirty days of the end or of the last word, and not while it lasts', async () => {
    const { tenantId, by, ticket } = await bench.tenant();
    const running = (await bench.ledger.enter({ component: 'mail', from: ago(MINUTE), words: 'x', tenant: tenantId }, bench.lin)).id as Id<'out'>;
    const dispute = () => bench.disputing.by(tenantId, running, ticket, by);
    await expect(dispute()).rejects.toEqual(refusedAs('outage.not_disputable'));
    await bench.ledger.end(running, undefined, bench.lin);
    bench.clock.advance(30 * 24 * HOUR);
    await expect(dispute()).rejects.toEqual(refusedAs('outage.not_disputable'));
    await bench.ledger.book(running, saying('tenant_fault', 'text'), bench.lin);
    bench.clock.advance(30 * 24 * HOUR - 1);
    expect((await dispute()).disputes).toHaveLength(1);
  });
});
