import { createHash } from 'node:crypto';
import { canonical, Trail, type Actor } from '@inkproof/audit';
import { CountingIds, StillClock, type Id } from '@inkproof/kernel';
import { Database, type Tx } from '@inkproof/platform';
import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { APPROVAL_LASTS_MS, type Approval } from '../model/approval.js';
import { ApprovalStore } from '../store/approval-store.js';
import { Approvals } from './approvals.js';
import { FoundTenant } from './found-tenant.js';

const Raise = z.strictObject({ requests_per_second: z.int() });
const Transfer = z.strictObject({ to: z.string() });
const ids = new CountingIds();
let clock: StillClock;
let spec: SpecDatabase;
let database: Database;
let app: pg.Client;
let tenantId: Id<'ten'>;
let otherTenant: Id<'ten'>;
let approvals: Approvals;
let carriedOut: { payload: unknown; by: string }[];

const staff = (id: string, role = 'admin'): Actor => ({ kind: 'staff', id, role, requestId: 'req_1' });
const member = (id: string, role = 'owner'): Actor => ({ kind: 'member', id, role, requestId: 'req_1' });
const asProvider = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.asProvider(work);
const raise = (requests_per_second = 50, by = staff('per_maker')) =>
  asProvider((tx) => approvals.request(tx, { kind: 'quota.above_contract', tenantId, payload: { requests_per_second }, before: { requests_per_second: 20 }, by, reason: 'a sale on Friday' }));
const approve = ({ id, payloadSha256 }: Approval, by = staff('per_other')) => asProvider((tx) => approvals.decide(tx, id, { verdict: 'approve', payloadSha256, by }));
const refuse = ({ id, payloadSha256 }: Approval, by = staff('per_other')) => asProvider((tx) => approvals.decide(tx, id, { verdict: 'refuse', payloadSha256, by, reason: 'too much' }));
const edit = ({ id }: Approval, requests_per_second: number, by: Actor) => asProvider((tx) => approvals.edit(tx, id, { payload: { requests_per_second }, by, reason: 'less will do' }));
const find = ({ id }: Approval) => asProvider((tx) => approvals.find(tx, id));

beforeAll(async () => {
  spec = await openSpecDatabase();
  database = new Database({ url: spec.url, pool: 8 });
  app = new pg.Client(spec.url);
  await app.connect();
  const found = new FoundTenant(ids, new StillClock());
  const open = (email: string) => asProvider(async (tx) => (await found.in(tx, { name: 'x', owner: { name: 'x', email, password: 'x' } })).tenantId);
  tenantId = await open('a@inkproof.example');
  otherTenant = await open('b@inkproof.example');
});
afterAll(async () => {
  await app.end();
  await database.close();
  await spec.drop();
});
beforeEach(() => {
  clock = new StillClock();
  carriedOut = [];
  approvals = new Approvals(new ApprovalStore(), new Trail(), ids, clock);
  approvals.register({ name: 'quota.above_contract', payload: Raise, side: 'provider', carryOut: async (_tx, payload, _approval, by) => void carriedOut.push({ payload, by: by.id }) });
  approvals.register({ name: 'ownership.transfer', payload: Transfer, side: 'tenant', mayDecide: (by, { to }) => by.id === to, carryOut: async (_tx, payload, _approval, by) => void carriedOut.push({ payload, by: by.id }) });
});

describe('a request', () => {
  it('waits a week, says what will be done and what stood there, and is carried out by nobody', async () => {
    const asked = await raise();
    expect(asked).toMatchObject({ side: 'provider', tenantId, state: 'waiting', revision: 1, payload: { requests_per_second: 50 }, before: { requests_per_second: 20 }, madeBy: 'per_maker' });
    expect(asked.payloadSha256).toBe(createHash('sha256').update(canonical({ requests_per_second: 50 })).digest('hex'));
    expect(asked.expiresAt.getTime() - clock.now().getTime()).toBe(APPROVAL_LASTS_MS);
    expect(carriedOut).toEqual([]);
  });

  it('holds only what its kind knows', async () => {
    await expect(asProvider((tx) => approvals.request(tx, { kind: 'quota.above_contract', tenantId, payload: { everything: true }, by: staff('per_maker'), reason: 'x' }))).rejects.toThrow(z.ZodError);
  });

  it('is carried out once another person approves it, in their name', async () => {
    const asked = await raise();
    expect(await approve(asked)).toMatchObject({ state: 'approved', decisions: [{ by: 'per_other', verdict: 'approve' }] });
    expect(carriedOut).toEqual([{ payload: { requests_per_second: 50 }, by: 'per_other' }]);
  });

  it('is not carried out when another person refuses it', async () => {
    expect(await refuse(await raise())).toMatchObject({ state: 'refused', decisions: [{ by: 'per_other', reason: 'too much' }] });
    expect(carriedOut).toEqual([]);
  });

  it.each(['admin', 'operator', 'compliance', 'support'])('is decided by no maker, not even as %s', async (role) => {
    const asked = await raise(50, staff('per_maker', role));
    await expect(approve(asked, staff('per_maker', role))).rejects.toMatchObject({ code: 'approval.own' });
    await expect(refuse(asked, staff('per_maker', role))).rejects.toMatchObject({ code: 'approval.own' });
    expect(await find(asked)).toMatchObject({ state: 'waiting' });
  });

  it('stands undecided when it cannot be carried out', async () => {
    const failing = new Approvals(new ApprovalStore(), new Trail(), ids, clock);
    failing.register({ name: 'quota.above_contract', payload: Raise, side: 'provider', carryOut: () => Promise.reject(new Error('no such plan')) });
    const asked = await raise();
    await expect(asProvider((tx) => failing.decide(tx, asked.id, { verdict: 'approve', payloadSha256: asked.payloadSha256, by: staff('per_other') }))).rejects.toThrow('no such plan');
    expect(await find(asked)).toMatchObject({ state: 'waiting', decisions: [] });
  });

  it('ends after its time, at the millisecond', async () => {
    const asked = await raise();
    clock.advance(APPROVAL_LASTS_MS);
    await expect(approve(asked)).rejects.toMatchObject({ code: 'approval.expired' });
    expect(await find(asked)).toMatchObject({ state: 'expired' });
    expect((await asProvider((tx) => approvals.list(tx, 'provider', { state: 'expired', size: 10 }))).map(({ id }) => id)).toContain(asked.id);
    clock.advance(-1);
    expect(await approve(asked)).toMatchObject({ state: 'approved' });
  });

  it('is withdrawn by whoever made it and by nobody else', async () => {
    const asked = await raise();
    await expect(asProvider((tx) => approvals.withdraw(tx, asked.id, staff('per_other')))).rejects.toMatchObject({ code: 'access.denied' });
    expect(await asProvider((tx) => approvals.withdraw(tx, asked.id, staff('per_maker')))).toMatchObject({ state: 'withdrawn' });
    await expect(approve(asked)).rejects.toMatchObject({ code: 'approval.ended' });
  });
});

describe('an edit', () => {
  it('makes its editor an author, who decides no more', async () => {
    const edited = await edit(await raise(), 30, staff('per_editor'));
    expect(edited).toMatchObject({ revision: 2, payload: { requests_per_second: 30 }, authors: [{ by: 'per_maker' }, { by: 'per_editor' }] });
    await expect(approve(edited, staff('per_editor'))).rejects.toMatchObject({ code: 'approval.own' });
    await expect(approve(edited, staff('per_maker'))).rejects.toMatchObject({ code: 'approval.own' });
    await approve(edited);
    expect(carriedOut).toEqual([{ payload: { requests_per_second: 30 }, by: 'per_other' }]);
  });

  it('leaves nothing to approve for who read what stood before', async () => {
    const asked = await raise();
    await edit(asked, 500, staff('per_maker'));
    await expect(approve(asked)).rejects.toMatchObject({ code: 'approval.changed' });
  });

  it('voids the approvals it had', async () => {
    const two = new Approvals(new ApprovalStore(), new Trail(), ids, clock);
    two.register({ name: 'quota.above_contract', payload: Raise, side: 'provider', needed: 2, carryOut: async (_tx, payload, _approval, by) => void carriedOut.push({ payload, by: by.id }) });
    approvals = two;
    const asked = await raise();
    expect(await approve(asked, staff('per_a'))).toMatchObject({ state: 'waiting' });
    await expect(approve(asked, staff('per_a'))).rejects.toMatchObject({ code: 'approval.ended' });
    const edited = await edit(asked, 30, staff('per_maker'));
    expect(await approve(edited, staff('per_b'))).toMatchObject({ state: 'waiting' });
    expect(carriedOut).toEqual([]);
    expect(await approve(edited, staff('per_a'))).toMatchObject({ state: 'approved' });
    expect(carriedOut).toEqual([{ payload: { requests_per_second: 30 }, by: 'per_a' }]);
  });
});

describe('twenty people at once', () => {
  it('decide exactly once', async () => {
    const asked = await raise();
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => (i % 2 ? approve : refuse)(asked, staff(`per_${i}`))));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'approval.ended' });
    const { state, decisions } = await find(asked);
    expect(decisions).toHaveLength(1);
    expect(carriedOut).toHaveLength(state === 'approved' ? 1 : 0);
  });
});

it('lists to the provider what concerns one tenant', async () => {
  const [asked, theirs] = [await raise(), await asProvider((tx) => approvals.request(tx, { kind: 'quota.above_contract', tenantId: otherTenant, payload: { requests_per_second: 50 }, by: staff('per_maker'), reason: 'x' }))];
  const listed = (await asProvider((tx) => approvals.list(tx, 'provider', { tenantId: otherTenant, size: 10 }))).map(({ id }) => id);
  expect(listed).toContain(theirs.id);
  expect(listed).not.toContain(asked.id);
});

describe('a tenant’s own', () => {
  const transfer = (by = member('per_owner')) => database.asTenant(tenantId, (tx) => approvals.request(tx, { kind: 'ownership.transfer', tenantId, payload: { to: 'per_heir' }, by, reason: 'I leave' }));
  const decide = ({ id, payloadSha256 }: Approval, by: Actor) => database.asTenant(tenantId, (tx) => approvals.decide(tx, id, { verdict: 'approve', payloadSha256, by }, tenantId));

  it('is seen by its tenant, and neither by another one nor by the provider', async () => {
    const asked = await transfer();
    expect((await database.asTenant(tenantId, (tx) => approvals.list(tx, tenantId, { size: 10 }))).map(({ id }) => id)).toContain(asked.id);
    await expect(database.asTenant(otherTenant, (tx) => approvals.find(tx, asked.id, otherTenant))).rejects.toMatchObject({ code: 'approval.not_found' });
    await expect(find(asked)).rejects.toMatchObject({ code: 'approval.not_found' });
  });

  it('is decided by whom its kind names', async () => {
    const asked = await transfer();
    await expect(decide(asked, member('per_else'))).rejects.toMatchObject({ code: 'access.denied' });
    await expect(decide(asked, staff('per_heir'))).rejects.toMatchObject({ code: 'access.denied' });
    expect(await decide(asked, member('per_heir', 'developer'))).toMatchObject({ state: 'approved' });
  });

  it('cannot be seen of what the provider decides about it', async () => {
    const asked = await raise();
    expect(await database.asTenant(tenantId, (tx) => tx.approval.findMany({ where: { tenantId, id: asked.id } }))).toEqual([]);
  });
});

it('every step stands in the provider’s log and in the tenant’s it concerns, with its digest', async () => {
  const asked = await raise();
  const edited = await edit(asked, 30, staff('per_editor'));
  await approve(edited);
  const entries = await asProvider((tx) => tx.auditEntry.findMany({ where: { body: { contains: asked.id } }, orderBy: { seq: 'asc' } }));
  for (const chain of ['provider', tenantId])
    expect(entries.filter((entry) => entry.chain === chain).map(({ action, actorId, body }) => ({ action, actorId, details: (JSON.parse(body!) as { details: object }).details }))).toEqual([
      { action: 'approval.requested', actorId: 'per_maker', details: { kind: 'quota.above_contract', payload_sha256: asked.payloadSha256, revision: 1 } },
      { action: 'approval.edited', actorId: 'per_editor', details: { kind: 'quota.above_contract', payload_sha256: edited.payloadSha256, revision: 2 } },
      { action: 'approval.approved', actorId: 'per_other', details: { kind: 'quota.above_contract', payload_sha256: edited.payloadSha256, revision: 2, carried_out: true } },
    ]);
});

describe('the store itself, asked by the application’s own login', () => {
  const sql = async (text: string, ...values: unknown[]) => {
    await app.query('BEGIN');
    try {
      await app.query("SELECT set_config('app.scope', 'provider', true)");
      await app.query(text, values);
      await app.query('COMMIT');
    } catch (error) {
      await app.query('ROLLBACK');
      throw error;
    }
  };
  const decision = 'INSERT INTO approval_decision (approval_id, revision, decided_by, made_by, verdict, payload_sha256, at) VALUES ($1, $2, $3, $4, $5, $6, $7)';

  it('takes no decision of the maker', async () => {
    const { id, payloadSha256 } = await raise();
    await expect(sql(decision, id, 1, 'per_maker', 'per_maker', 'approve', payloadSha256, clock.now())).rejects.toThrow(/made or edited by per_maker|decided_by_another/);
    await expect(sql(decision, id, 1, 'per_maker', 'per_somebody', 'approve', payloadSha256, clock.now())).rejects.toThrow(/made or edited by per_maker/);
    await expect(sql(decision, id, 1, 'per_other', 'per_somebody', 'approve', payloadSha256, clock.now())).rejects.toThrow(/foreign key/);
  });

  it('takes no decision of an editor, nor on what was edited, nor too late', async () => {
    const asked = await raise();
    const { id, payloadSha256 } = await edit(asked, 30, staff('per_editor'));
    await expect(sql(decision, id, 2, 'per_editor', 'per_maker', 'approve', payloadSha256, clock.now())).rejects.toThrow(/made or edited by per_editor/);
    await expect(sql(decision, id, 1, 'per_other', 'per_maker', 'approve', asked.payloadSha256, clock.now())).rejects.toThrow(/something else by now/);
    await expect(sql(decision, id, 2, 'per_other', 'per_maker', 'approve', payloadSha256, asked.expiresAt)).rejects.toThrow(/waits for nobody/);
  });

  it('approves nothing without an approval, begins nothing approved, and undoes no end', async () => {
    const asked = await raise();
    await expect(sql("UPDATE approval SET state = 'approved', ended_at = now() WHERE id = $1", asked.id)).rejects.toThrow(/has 0 approvals and needs 1/);
    await expect(
      sql(
        `INSERT INTO approval (id, side, kind, payload, payload_sha256, state, reason, made_by, made_at, edited_by, edited_at, expires_at, ended_at)
         VALUES ('apr_x', 'provider', 'x', '{}', encode(sha256('{}'), 'hex'), 'approved', 'x', 'per_maker', now(), 'per_maker', now(), now(), now())`,
      ),
    ).rejects.toThrow(/begins waiting/);
    await refuse(asked);
    await expect(sql("UPDATE approval SET state = 'waiting', ended_at = NULL WHERE id = $1", asked.id)).rejects.toThrow(/has ended/);
  });

  it('lets nobody change what is asked for without a revision, or its digest, its maker or its authors', async () => {
    const { id } = await raise();
    await expect(sql(`UPDATE approval SET payload = '{}' WHERE id = $1`, id)).rejects.toThrow(/a revision of its own/);
    await expect(sql(`UPDATE approval SET payload = '{}', revision = 2 WHERE id = $1`, id)).rejects.toThrow(/digest_of_the_payload/);
    for (const text of [
      "UPDATE approval SET made_by = 'per_x' WHERE id = $1",
      'UPDATE approval SET needed = 0 WHERE id = $1',
      'DELETE FROM approval WHERE id = $1',
      'DELETE FROM approval_author WHERE approval_id = $1',
      "INSERT INTO approval_author (approval_id, revision, author, at) VALUES ($1, 9, 'per_x', now())",
      "UPDATE approval_decision SET verdict = 'approve' WHERE approval_id = $1",
      'DELETE FROM approval_decision WHERE approval_id = $1',
    ])
      await expect(sql(text, id)).rejects.toThrow(/permission denied/);
  });
});
