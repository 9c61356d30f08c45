import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVITATION_LASTS_MS } from '../model/invitation.js';
import { openPeopleBench, type PeopleBench } from '../testing/people-bench.js';
import { isPassword } from './password.js';

const place = '192.0.2.1';
let bench: PeopleBench;
let count = 0;
const somebody = () => `guest${++count}@inkproof.example`;

beforeAll(async () => {
  bench = await openPeopleBench();
});
afterAll(() => bench.close());

const invited = async (role: 'viewer' | 'developer' | 'owner' = 'viewer', email = somebody()) => {
  const { tenantId, owner } = await bench.tenant();
  const invitation = await bench.invite.to(tenantId, { email, role, locale: 'en' }, owner);
  return { tenantId, owner, email, invitation, token: await bench.tokenFor(email) };
};
const accept = (token: string, given = { name: 'Guest', password: 'a long password' }) => bench.accept.with(token, given, place, 'req_2');

describe('an invitation to a tenant', () => {
  it('goes out by mail with a link, and makes a member of whoever accepts it', async () => {
    const { tenantId, email, token, invitation } = await invited('developer');
    expect((await bench.mailsTo(email))[0]).toMatchObject({ template: 'member_invited', tenantId });
    expect(await bench.accept.look(token, place)).toMatchObject({ side: tenantId, role: 'developer', email, hasAccount: false });
    await accept(token);
    const person = (await bench.sessions.findPerson(email))!;
    expect(person).toMatchObject({ name: 'Guest', tenant: { id: tenantId, role: 'developer' }, staff: null });
    expect(await isPassword(person.passwordHash, 'a long password')).toBe(true);
    expect(await bench.invitations.list(tenantId)).toEqual([]);
    expect((await bench.entries(tenantId)).slice(-2)).toMatchObject([{ action: 'invitation.sent', targets: [invitation.id] }, { action: 'invitation.accepted', actor: { id: person.personId }, details: { role: 'developer', new_account: true } }]);
  });

  it('leaves its address nowhere once it has ended, and its token nowhere at all', async () => {
    const { email, token } = await invited();
    await accept(token);
    const { rows } = await bench.owner.query<{ row: string }>('SELECT invitation::text AS row FROM invitation');
    const text = rows.map(({ row }) => row).join('\n');
    expect(text).not.toContain(email);
    expect(text).not.toContain(token);
    const entries = await bench.owner.query<{ body: string }>('SELECT body FROM audit_entry');
    expect(JSON.stringify(entries.rows)).not.toContain('guest');
  });

  it('works once: of two who accept at once, one is let in', async () => {
    const { tenantId, token } = await invited();
    const answers = await Promise.allSettled([accept(token), accept(token)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.find((answer) => answer.status === 'rejected')?.reason).toMatchObject({ code: 'invitation.void' });
    expect(await bench.keep.list(tenantId)).toHaveLength(2);
    await expect(accept(token)).rejects.toMatchObject({ code: 'invitation.void' });
  });

  it('is void after seven days, once withdrawn, and by the link of an earlier mail', async () => {
    const { tenantId, owner, email, invitation, token } = await invited();
    await bench.invitations.resend(tenantId, invitation.id, owner);
    await expect(bench.accept.look(token, place)).rejects.toMatchObject({ code: 'invitation.void' });
    const second = await bench.tokenFor(email);
    await bench.accept.look(second, place);
    await bench.invitations.withdraw(tenantId, invitation.id, owner);
    await expect(accept(second)).rejects.toMatchObject({ code: 'invitation.void' });
    const late = await invited();
    bench.clock.advance(INVITATION_LASTS_MS);
    await expect(accept(late.token)).rejects.toMatchObject({ code: 'invitation.void' });
    expect(await bench.invite.to(late.tenantId, { email: late.email, role: 'viewer', locale: 'en' }, late.owner)).toMatchObject({ email: late.email });
  });

  it('answers alike whether the address has an account or not', async () => {
    const { email: known } = await bench.tenant();
    const { tenantId, owner } = await bench.tenant();
    const shape = async (email: string) => Object.entries(await bench.invite.to(tenantId, { email, role: 'viewer', locale: 'en' }, owner)).filter(([name]) => name !== 'id' && name !== 'email');
    expect(await shape(known)).toEqual(await shape(somebody()));
  });

  it('is not sent to who is here, or is invited already, in whatever spelling', async () => {
    const { tenantId, owner, email: ownEmail } = await bench.tenant();
    const to = (email: string) => bench.invite.to(tenantId, { email, role: 'viewer', locale: 'en' }, owner);
    await expect(to(ownEmail.toUpperCase())).rejects.toMatchObject({ code: 'member.already' });
    const email = somebody();
    await to(email);
    await expect(to(` ${email.toUpperCase()}`)).rejects.toMatchObject({ code: 'invitation.waiting' });
  });

  it('is sent five times and no more', async () => {
    const { tenantId, owner, invitation } = await invited();
    for (let i = 0; i < 4; i++) await bench.invitations.resend(tenantId, invitation.id, owner);
    await expect(bench.invitations.resend(tenantId, invitation.id, owner)).rejects.toMatchObject({ code: 'invitation.too_many' });
  });

  it('is kept by its own tenant and by no other', async () => {
    const { invitation } = await invited();
    const other = await bench.tenant();
    await expect(bench.invitations.withdraw(other.tenantId, invitation.id, other.owner)).rejects.toMatchObject({ code: 'invitation.not_found' });
    await expect(bench.invitations.resend(other.tenantId, invitation.id, other.owner)).rejects.toMatchObject({ code: 'invitation.not_found' });
    expect(await bench.invitations.list(other.tenantId)).toEqual([]);
  });
});

describe('somebody who has an account', () => {
  it('joins a second tenant with the password they have, and keeps name and first place', async () => {
    const { tenantId: first, email } = await bench.tenant();
    const { tenantId, token } = await invited('viewer', email);
    expect(await bench.accept.look(token, place)).toMatchObject({ hasAccount: true });
    await expect(accept(token, { name: 'Mallory', password: 'not their password' })).rejects.toMatchObject({ code: 'password.wrong' });
    await accept(token, { name: 'Mallory', password: 'a long password' });
    const person = (await bench.sessions.findPerson(email))!;
    expect(person.name).not.toBe('Mallory');
    expect(await bench.switchTenant.places(person.personId)).toMatchObject([{ id: first, role: 'owner' }, { id: tenantId, role: 'viewer' }]);
  });

  it('guesses ten times by the link and no more', async () => {
    const { email } = await bench.tenant();
    const { token } = await invited('viewer', email);
    for (let i = 0; i < 10; i++) await expect(accept(token, { name: 'x', password: `guess ${i}` })).rejects.toMatchObject({ code: 'password.wrong' });
    await expect(accept(token)).rejects.toMatchObject({ code: 'session.throttled' });
  });

  it('is of tenants or of the staff, never of both', async () => {
    const { email } = await bench.tenant();
    const admin = await bench.place('provider', 'admin');
    await bench.invite.to('provider', { email, role: 'support', locale: 'en' }, admin.by);
    await expect(accept(await bench.tokenFor(email))).rejects.toMatchObject({ code: 'invitation.other_side' });
  });
});

it('a new account needs a name and a password of twelve characters', async () => {
  const { token } = await invited();
  await expect(bench.accept.with(token, { password: 'a long password' }, place, 'req_2')).rejects.toMatchObject({ code: 'request.invalid', extras: { errors: [{ field: 'name' }] } });
  await expect(accept(token, { name: 'x', password: 'short' })).rejects.toMatchObject({ code: 'request.invalid', extras: { errors: [{ field: 'password' }] } });
  await accept(token);
});

it('the staff is invited the same way, in the provider’s log', async () => {
  const admin = await bench.place('provider', 'admin');
  const email = somebody();
  await bench.invite.to('provider', { email, role: 'compliance', locale: 'zh-CN' }, admin.by);
  expect((await bench.mailsTo(email))[0]).toMatchObject({ template: 'staff_invited', tenantId: null, subject: '邀请加入墨证运营' });
  await accept(await bench.tokenFor(email));
  expect(await bench.sessions.findPerson(email)).toMatchObject({ tenant: null, staff: { role: 'compliance' } });
  expect((await bench.entries('provider')).at(-1)).toMatchObject({ action: 'invitation.accepted', details: { role: 'compliance', new_account: true } });
});
