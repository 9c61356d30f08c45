import { api, createClient, type Call } from '@inkproof/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { newTenant, problemIn, product, send, signedIn } from './product.js';

const PASSWORD = 'a long enough password';
const anybody: Call = createClient({ baseUrl: product().api });
const address = () => `person-${crypto.randomUUID()}@inkproof.example`;
const refused = (act: Promise<unknown>) => act.then(() => 'done', (error: { problem: { code: string } }) => error.problem.code);

let admin: Call;
beforeAll(async () => {
  ({ call: admin } = await signedIn(product().admin));
});

/** The newest mail to an address, as an admin of an install without a mail server reads it. */
const mailTo = async (email: string) => {
  const { items } = await admin(api.mails.list, { query: { limit: 100 } });
  const mail = items.find(({ to }) => to === email);
  return mail && { ...mail, ...(await admin(api.mails.open, { params: { id: mail.id } })) };
};
const tokenFor = async (email: string): Promise<string> => /#(\S+)/.exec((await mailTo(email))!.text)![1]!;
const joined = async (call: Call, role: 'viewer' | 'developer', email = address()) => {
  await call(api.invitations.create, { body: { email, role } });
  await anybody(api.invitations.accept, { body: { token: await tokenFor(email), name: '新成员', password: PASSWORD } });
  const { items } = await call(api.members.list);
  return { email, id: items.find(({ person }) => person.email === email)!.person.id, ...(await signedIn({ email, password: PASSWORD })) };
};

describe('somebody who is invited', () => {
  it('joins by the link in the mail, may what their role may, and is out at once when removed', async () => {
    const tenant = await newTenant(5);
    const guest = await joined(tenant.call, 'viewer');
    await guest.call(api.keys.list);
    expect(await refused(guest.call(api.keys.issue, { body: { label: 'x' } }))).toBe('access.denied');
    expect(await refused(guest.call(api.members.list))).toBe('done');
    await tenant.call(api.members.change, { params: { id: guest.id }, body: { role: 'developer' } });
    await guest.call(api.keys.issue, { body: { label: 'now they may' } });
    await tenant.call(api.members.remove, { params: { id: guest.id } });
    expect(await problemIn(await send('/v1/session', { key: null, headers: { cookie: guest.cookie } }))).toMatchObject({ status: 401, code: 'session.expired' });
    expect(await refused(signedIn({ email: guest.email, password: PASSWORD }).then(() => 'in', () => Promise.reject({ problem: { code: 'out' } })))).toBe('out');
  });

  it('finds a link that was used, withdrawn or sent anew void', async () => {
    const tenant = await newTenant(5);
    const email = address();
    const { id } = await tenant.call(api.invitations.create, { body: { email, role: 'viewer', locale: 'en' } });
    const first = await tokenFor(email);
    await tenant.call(api.invitations.resend, { params: { id } });
    expect(await refused(anybody(api.invitations.look, { body: { token: first } }))).toBe('invitation.void');
    const second = await tokenFor(email);
    expect(await anybody(api.invitations.look, { body: { token: second } })).toMatchObject({ side: 'tenant', tenant: '试验企业', role: 'viewer', email, has_account: false });
    await tenant.call(api.invitations.withdraw, { params: { id } });
    expect(await refused(anybody(api.invitations.accept, { body: { token: second, name: 'x', password: PASSWORD } }))).toBe('invitation.void');
  });

  it('may be in several tenants, and goes from one to another', async () => {
    const [one, other] = [await newTenant(5), await newTenant(5)];
    const guest = await joined(one.call, 'developer');
    await other.call(api.invitations.create, { body: { email: guest.email, role: 'viewer' } });
    await anybody(api.invitations.accept, { body: { token: await tokenFor(guest.email), password: PASSWORD } });
    expect((await guest.call(api.session.places)).items).toMatchObject([{ id: one.id, role: 'developer' }, { id: other.id, role: 'viewer' }]);
    const response = await send('/v1/session/tenant', { key: null, method: 'PUT', headers: { cookie: guest.cookie, 'content-type': 'application/json' }, body: JSON.stringify({ tenant: other.id }) });
    expect(response.status).toBe(204);
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!;
    const there = createClient({ baseUrl: product().api, headers: { cookie } });
    expect((await there(api.session.current)).tenant).toMatchObject({ id: other.id, role: 'viewer' });
    expect(await refused(guest.call(api.session.current))).toBe('session.expired');
  });
});

it('a tenant keeps its last owner', async () => {
  const tenant = await newTenant(5);
  const { person } = await tenant.call(api.session.current);
  expect(await refused(tenant.call(api.members.remove, { params: { id: person.id } }))).toBe('member.last_owner');
});

it('the ownership passes by the heir’s own yes', async () => {
  const tenant = await newTenant(5);
  const heir = await joined(tenant.call, 'developer');
  const { approval } = await tenant.call(api.members.offerOwnership, { params: { id: heir.id }, body: { reason: 'I leave' } });
  expect(await mailTo(heir.email)).toMatchObject({ template: 'ownership_offered' });
  const asked = await heir.call(api.approvals.find, { params: { id: approval } });
  expect(asked.names).toEqual({ [heir.id]: expect.any(String), [asked.made_by.id]: asked.made_by.name });
  const decision = { verdict: 'approve', payload_sha256: asked.payload_sha256 } as const;
  expect(await refused(tenant.call(api.approvals.decide, { params: { id: approval }, body: decision }))).toBe('access.denied');
  await heir.call(api.approvals.decide, { params: { id: approval }, body: decision });
  expect((await heir.call(api.session.current)).tenant?.role).toBe('owner');
  expect((await tenant.call(api.session.current)).tenant?.role).toBe('developer');
});

describe('a password that was lost', () => {
  it('is set anew by mail, once, and ends every session', async () => {
    const tenant = await newTenant(5);
    await anybody(api.passwordResets.ask, { body: { email: tenant.owner.email, locale: 'en' } });
    await expect.poll(async () => (await mailTo(tenant.owner.email))?.template).toBe('password_reset');
    const token = await tokenFor(tenant.owner.email);
    await anybody(api.passwordResets.use, { body: { token, password: PASSWORD } });
    expect(await refused(tenant.call(api.session.current))).toBe('session.expired');
    expect(await refused(anybody(api.passwordResets.use, { body: { token, password: PASSWORD } }))).toBe('password.reset_void');
    await signedIn({ email: tenant.owner.email, password: PASSWORD });
  });

  it('is asked for at an address nobody has with the same answer', async () => {
    await anybody(api.passwordResets.ask, { body: { email: address() } });
  });
});

describe('the staff', () => {
  it('is invited the same way and keeps its last administrator', async () => {
    const email = address();
    await admin(api.staffInvitations.create, { body: { email, role: 'support' } });
    await anybody(api.invitations.accept, { body: { token: await tokenFor(email), name: '客服', password: PASSWORD } });
    const { call } = await signedIn({ email, password: PASSWORD });
    expect((await call(api.session.current)).staff).toEqual({ role: 'support' });
    expect(await refused(call(api.staffInvitations.list))).toBe('access.denied');
    const { items } = await admin(api.staff.list);
    const only = items.filter(({ role }) => role === 'admin');
    if (only.length === 1) expect(await refused(admin(api.staff.remove, { params: { id: only[0]!.person.id } }))).toBe('staff.last_admin');
    await admin(api.staff.remove, { params: { id: items.find(({ person }) => person.email === email)!.person.id } });
    expect(await refused(call(api.session.current))).toBe('session.expired');
  });

  it('looks at a tenant’s data with a reason only, in its sight, and until the tenant says no', async () => {
    const tenant = await newTenant(5);
    const params = { id: tenant.id as `ten_${string}` };
    expect(await refused(admin(api.adminLedger.calls, { params }))).toBe('support.required');
    const access = await admin(api.adminSupport.open, { params, body: { reason: 'Calls fail since noon', minutes: 15 } });
    expect((await admin(api.adminSupport.keys, { params: { id: access.id } })).items).toMatchObject([{ label: 'e2e' }]);
    expect((await admin(api.adminSupport.recognitions, { params: { id: access.id } })).items).toEqual([]);
    expect((await admin(api.adminLedger.calls, { params })).items).toEqual([]);
    expect((await admin(api.adminSupport.own)).items).toMatchObject([{ id: access.id, tenant_id: tenant.id }]);
    expect((await tenant.call(api.supportAccesses.list, { query: { running: 'true' } })).items).toMatchObject([{ id: access.id, reason: 'Calls fail since noon', running: true }]);
    expect(await mailTo(tenant.owner.email)).toMatchObject({ template: 'support_access_began' });
    const { items: entries } = await tenant.call(api.audit.list);
    expect(entries.filter(({ action }) => action === 'support.read')).toHaveLength(3);
    await tenant.call(api.supportAccesses.end, { params: { id: access.id } });
    expect(await refused(admin(api.adminSupport.keys, { params: { id: access.id } }))).toBe('support.over');
    expect(await refused(admin(api.adminLedger.calls, { params }))).toBe('support.required');
    expect((await tenant.call(api.supportAccesses.list, { query: { running: 'true' } })).items).toEqual([]);
  });
});
