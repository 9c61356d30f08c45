import { setTimeout as sleep } from 'node:timers/promises';
import { api, type Endpoint } from '@inkproof/contract';
import type { Calls, Preparing } from './call.js';
import { made, newStaff, password, send, somebody } from './sending.js';
import type { Credentials, World } from './world.js';

let addresses = 0;
const newAddress = (): string => `invited${++addresses}@new.example`;

/** What stands behind the # of the link in the newest mail to an address, as whoever got it reads it. */
const tokenFor = async (world: World, email: string): Promise<string> => {
  const find = async () => ((await send(world, api.mails.list, world.staff.admin)).body['items'] as { id: string; to: string }[]).find(({ to }) => to === email);
  let mail = await find();
  // Some are written once their call was answered.
  while (!mail) mail = await sleep(20).then(find);
  const { id } = mail;
  const letter = await send(world, api.mails.open, world.staff.admin, { params: { id } });
  return /#([\w-]+)/.exec(String(letter.body['text']))![1]!;
};

const invite = async (world: World): Promise<{ id: string; email: string }> => {
  const email = newAddress();
  return { email, id: await made(send(world, api.invitations.create, world.one.roles.owner, { body: { email, role: 'viewer' } })) };
};
const inviteStaff = (world: World) => made(send(world, api.staffInvitations.create, world.staff.admin, { body: { email: newAddress(), role: 'support' } }));

const onInvitation = (endpoint: Endpoint, who: (world: World) => Credentials, make: (world: World) => Promise<string>): Preparing => async (world) => {
  const id = await make(world);
  return () => send(world, endpoint, who(world), { params: { id } });
};
const owner = (world: World) => world.one.roles.owner;
const admin = (world: World) => world.staff.admin;
const invited = async (world: World) => (await invite(world)).id;

/** An ownership that a new owner offers to a new developer. */
const offer = async (world: World) => {
  const [giver, heir] = [await somebody(world, 'owner'), await somebody(world, 'developer')];
  const id = await made(send(world, api.members.offerOwnership, giver.session, { params: { id: heir.id }, body: { reason: 'Leaving' } }));
  const { body } = await send(world, api.approvals.find, heir.session, { params: { id } });
  return { id, giver, heir, payload_sha256: body['payload_sha256'] };
};
const deciding = (verdict: 'approve' | 'refuse'): Preparing => async (world) => {
  const { id, heir, payload_sha256 } = await offer(world);
  return () => send(world, api.approvals.decide, heir.session, { params: { id }, body: { verdict, payload_sha256, reason: 'Weighed' } });
};

const resetAsked = async (world: World) => {
  const { email } = await somebody(world);
  await send(world, api.passwordResets.ask, {}, { body: { email } });
  return email;
};

export const peopleCalls: Calls = {
  'invitations.create invitation.sent': async (world) => () => send(world, api.invitations.create, owner(world), { body: { email: newAddress(), role: 'viewer' } }),
  'invitations.resend invitation.sent': onInvitation(api.invitations.resend, owner, invited),
  'invitations.withdraw invitation.withdrawn': onInvitation(api.invitations.withdraw, owner, invited),
  'invitations.accept invitation.accepted': async (world) => {
    const { email } = await invite(world);
    const token = await tokenFor(world, email);
    return () => send(world, api.invitations.accept, {}, { body: { token, name: 'New', password } });
  },
  'staffInvitations.create invitation.sent': async (world) => () => send(world, api.staffInvitations.create, admin(world), { body: { email: newAddress(), role: 'support' } }),
  'staffInvitations.resend invitation.sent': onInvitation(api.staffInvitations.resend, admin, inviteStaff),
  'staffInvitations.withdraw invitation.withdrawn': onInvitation(api.staffInvitations.withdraw, admin, inviteStaff),
  'members.change member.changed': async (world) => {
    const { id } = await somebody(world);
    return () => send(world, api.members.change, owner(world), { params: { id }, body: { role: 'privacy' } });
  },
  'members.remove member.removed': async (world) => {
    const { id } = await somebody(world);
    return () => send(world, api.members.remove, owner(world), { params: { id } });
  },
  'members.offerOwnership approval.requested': async (world) => {
    const { id } = await somebody(world, 'developer');
    return () => send(world, api.members.offerOwnership, owner(world), { params: { id }, body: { reason: 'Leaving' } });
  },
  'approvals.decide approval.approved': deciding('approve'),
  'approvals.decide approval.refused': deciding('refuse'),
  'approvals.withdraw approval.withdrawn': async (world) => {
    const { id, giver } = await offer(world);
    return () => send(world, api.approvals.withdraw, giver.session, { params: { id } });
  },
  'staff.change staff.changed': async (world) => {
    const id = await newStaff(world);
    return () => send(world, api.staff.change, admin(world), { params: { id }, body: { role: 'auditor' } });
  },
  'staff.remove staff.removed': async (world) => {
    const id = await newStaff(world);
    return () => send(world, api.staff.remove, admin(world), { params: { id } });
  },
  'mails.open mail.opened': async (world) => {
    const { email } = await invite(world);
    const { body } = await send(world, api.mails.list, admin(world));
    const { id } = (body['items'] as { id: string; to: string }[]).find(({ to }) => to === email)!;
    return () => send(world, api.mails.open, admin(world), { params: { id } });
  },
  'passwordResets.ask password.reset_asked': async (world) => {
    const { email } = await somebody(world);
    return () => send(world, api.passwordResets.ask, {}, { body: { email } });
  },
  'passwordResets.use password.reset': async (world) => {
    const token = await tokenFor(world, await resetAsked(world));
    return () => send(world, api.passwordResets.use, {}, { body: { token, password: 'another long password' } });
  },
  'session.switchTenant session.switched': async (world) => {
    const { id, session } = await somebody(world);
    await world.owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, 'viewer', clock_timestamp())`, [world.other.id, id]);
    return () => send(world, api.session.switchTenant, session, { body: { tenant: world.other.id } });
  },
};
