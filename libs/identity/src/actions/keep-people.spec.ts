import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPeopleBench, type PeopleBench } from '../testing/people-bench.js';

let bench: PeopleBench;
beforeAll(async () => {
  bench = await openPeopleBench();
});
afterAll(() => bench.close());

describe('a member', () => {
  it('has another role from their next call on', async () => {
    const { tenantId, owner } = await bench.tenant();
    const { id, email } = await bench.place(tenantId, 'viewer');
    const session = await bench.signIn(email);
    expect(await bench.keep.changeRole(tenantId, id, 'privacy', owner)).toMatchObject({ personId: id, role: 'privacy' });
    expect(await session.find()).toMatchObject({ tenant: { role: 'privacy' } });
    expect((await bench.entries(tenantId)).at(-1)).toMatchObject({ action: 'member.changed', targets: [id], details: { from: 'viewer', to: 'privacy' } });
  });

  it('is removed with their sessions here, is told by mail, and keeps those of another tenant', async () => {
    const [{ tenantId, owner }, other] = [await bench.tenant(), await bench.tenant()];
    const { id, email } = await bench.place(tenantId, 'developer');
    const here = await bench.signIn(email);
    await bench.database.asProvider((tx) => bench.people.place(tx, other.tenantId, id, 'viewer', bench.clock.now()));
    const there = await bench.signIn(email);
    const { token } = await bench.switchTenant.to(other.tenantId, { kind: 'member', tenantId, personId: id, sessionId: there.session.id, role: 'developer' }, { kind: 'member', id, role: 'developer', requestId: 'req_1' });
    await bench.keep.remove(tenantId, id, owner);
    expect(await here.isOpen()).toBe(false);
    expect(await there.find(token)).toMatchObject({ tenant: { id: other.tenantId } });
    const { rows } = await bench.owner.query('SELECT 1 FROM session WHERE person_id = $1 AND tenant_id = $2', [id, tenantId]);
    expect(rows).toEqual([]);
    expect((await bench.mailsTo(email))[0]).toMatchObject({ template: 'membership_ended', tenantId });
    await expect(bench.keep.remove(tenantId, id, owner)).rejects.toMatchObject({ code: 'member.not_found' });
  });

  it('is nobody to another tenant', async () => {
    const [{ tenantId }, other] = [await bench.tenant(), await bench.tenant()];
    const { id } = await bench.place(tenantId, 'viewer');
    await expect(bench.keep.changeRole(other.tenantId, id, 'developer', other.owner)).rejects.toMatchObject({ code: 'member.not_found' });
    await expect(bench.keep.remove(other.tenantId, id, other.owner)).rejects.toMatchObject({ code: 'member.not_found' });
    expect((await bench.keep.list(other.tenantId)).map(({ personId }) => personId)).not.toContain(id);
  });
});

describe('the last owner', () => {
  it('can neither go nor be less', async () => {
    const { tenantId, owner } = await bench.tenant();
    await expect(bench.keep.remove(tenantId, owner.id as 'per_x', owner)).rejects.toMatchObject({ code: 'member.last_owner' });
    await expect(bench.keep.changeRole(tenantId, owner.id as 'per_x', 'viewer', owner)).rejects.toMatchObject({ code: 'member.last_owner' });
  });

  it('stays, when two owners remove each other at once', async () => {
    const { tenantId, owner } = await bench.tenant();
    const second = await bench.place(tenantId, 'owner');
    const answers = await Promise.allSettled([bench.keep.remove(tenantId, second.id, owner), bench.keep.remove(tenantId, owner.id as 'per_x', second.by)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await bench.keep.list(tenantId)).filter(({ role }) => role === 'owner')).toHaveLength(1);
  });
});

it('nobody is made an owner by another’s hand', async () => {
  const { tenantId, owner } = await bench.tenant();
  const { id } = await bench.place(tenantId, 'developer');
  await expect(bench.keep.changeRole(tenantId, id, 'owner', owner)).rejects.toMatchObject({ code: 'member.not_made_owner' });
});

it('the last administrator stays, and staff who are appointed again find no session open', async () => {
  const admin = await bench.place('provider', 'admin');
  await expect(bench.keep.remove('provider', admin.id, admin.by)).rejects.toMatchObject({ code: 'staff.last_admin' });
  const support = await bench.place('provider', 'support');
  const session = await bench.signIn(support.email);
  expect(await session.isOpen()).toBe(true);
  await bench.keep.remove('provider', support.id, admin.by);
  await bench.database.asProvider((tx) => bench.people.place(tx, 'provider', support.id, 'support', bench.clock.now()));
  expect(await session.isOpen()).toBe(false);
  expect(await bench.keep.changeRole('provider', support.id, 'auditor', admin.by)).toMatchObject({ role: 'auditor' });
});

describe('ownership', () => {
  const offered = async () => {
    const { tenantId, owner } = await bench.tenant();
    const heir = await bench.place(tenantId, 'developer');
    return { tenantId, owner, heir, approval: await bench.ownership.offer(tenantId, heir.id, 'I leave', owner) };
  };
  const decide = ({ tenantId, approval }: Awaited<ReturnType<typeof offered>>, by: Parameters<typeof bench.approvals.decide>[2]['by']) =>
    bench.database.asTenant(tenantId, (tx) => bench.approvals.decide(tx, approval.id, { verdict: 'approve', payloadSha256: approval.payloadSha256, by }, tenantId));
  const rolesOf = async (tenantId: `ten_${string}`) => Object.fromEntries((await bench.keep.list(tenantId)).map(({ personId, role }) => [personId, role]));

  it('is taken by the heir alone, and until then nothing changes', async () => {
    const all = await offered();
    const { tenantId, owner, heir } = all;
    expect((await bench.mailsTo(heir.email))[0]).toMatchObject({ template: 'ownership_offered' });
    await expect(decide(all, owner)).rejects.toMatchObject({ code: expect.stringMatching(/access.denied|approval.own/) });
    await expect(decide(all, (await bench.place(tenantId, 'developer')).by)).rejects.toMatchObject({ code: 'access.denied' });
    expect(await rolesOf(tenantId)).toMatchObject({ [owner.id]: 'owner', [heir.id]: 'developer' });
    await decide(all, heir.by);
    expect(await rolesOf(tenantId)).toMatchObject({ [owner.id]: 'developer', [heir.id]: 'owner' });
  });

  it('is not taken from who has none any more', async () => {
    const all = await offered();
    const { tenantId, owner, heir } = all;
    const second = await bench.place(tenantId, 'owner');
    await bench.keep.changeRole(tenantId, owner.id as 'per_x', 'viewer', second.by);
    await expect(decide(all, heir.by)).rejects.toMatchObject({ code: 'member.not_an_heir' });
    expect(await rolesOf(tenantId)).toMatchObject({ [heir.id]: 'developer' });
  });

  it('is taken while others are given other roles, and nobody waits for another in a circle', async () => {
    for (let i = 0; i < 20; i++) {
      const all = await offered();
      const { tenantId, owner, heir } = all;
      const other = await bench.place(tenantId, 'developer');
      await Promise.all([decide(all, heir.by), bench.keep.changeRole(tenantId, other.id as 'per_x', 'viewer', owner)]);
      expect(await rolesOf(tenantId)).toMatchObject({ [heir.id]: 'owner', [other.id]: 'viewer' });
    }
  });

  it('is offered to a member who can decide, and to nobody else', async () => {
    const { tenantId, owner } = await bench.tenant();
    const offer = (id: string) => bench.ownership.offer(tenantId, id as 'per_x', 'x', owner);
    await expect(offer((await bench.place(tenantId, 'viewer')).id)).rejects.toMatchObject({ code: 'member.not_an_heir' });
    await expect(offer(owner.id)).rejects.toMatchObject({ code: 'member.not_an_heir' });
    await expect(offer('per_nobody')).rejects.toMatchObject({ code: 'member.not_found' });
  });
});

describe('switching', () => {
  it('goes on in another tenant of one’s own under a new token', async () => {
    const [one, other] = [await bench.tenant(), await bench.tenant()];
    const { id, email } = await bench.place(one.tenantId, 'developer');
    await bench.database.asProvider((tx) => bench.people.place(tx, other.tenantId, id, 'viewer', bench.clock.now()));
    const before = await bench.signIn(email);
    const caller = { kind: 'member', tenantId: one.tenantId, personId: id, sessionId: before.session.id, role: 'developer' } as const;
    const by = { kind: 'member', id, role: 'developer', requestId: 'req_1' } as const;
    const { token } = await bench.switchTenant.to(other.tenantId, caller, by);
    expect(await before.isOpen()).toBe(false);
    expect(await before.find(token)).toMatchObject({ id: before.session.id, tenant: { id: other.tenantId, role: 'viewer' } });
    expect((await bench.entries(other.tenantId)).at(-1)).toMatchObject({ action: 'session.switched', actor: { id } });
    const third = await bench.tenant();
    await expect(bench.switchTenant.to(third.tenantId, caller, by)).rejects.toMatchObject({ code: 'tenant.not_found' });
    await expect(bench.switchTenant.to('ten_nobody', caller, by)).rejects.toMatchObject({ code: 'tenant.not_found' });
  });
});
