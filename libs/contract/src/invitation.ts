import { z } from 'zod';
import { endpoint, memberRoles, staffRoles } from './endpoint.js';
import { idOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';

/** In which a person reads. */
export const personLocales = ['zh-CN', 'en'] as const;
export const PersonLocale = z.enum(personLocales);

const Address = z.email().max(254);
const common = {
  email: Address,
  locale: PersonLocale.default('zh-CN').describe('Of the mail'),
};

export const Invitation = z
  .object({
    id: idOf('inv'),
    email: z.email(),
    role: z.union([z.enum(memberRoles), z.enum(staffRoles)]),
    created_at: Moment,
    sent_at: Moment,
    expires_at: Moment,
    expired: z.boolean(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const InvitationToken = z.string().min(20).max(100).describe('What stands behind the # of the link in the mail');

export const OpenedInvitation = z
  .object({
    side: z.enum(['tenant', 'provider']),
    tenant: z.string().nullable().describe('Its name; null for the staff of the provider'),
    role: z.union([z.enum(memberRoles), z.enum(staffRoles)]),
    email: z.email(),
    has_account: z.boolean().describe('Whether the address has an account here: its password is asked for then, and no name'),
    expires_at: Moment,
  })
  .meta({ id: 'OpenedInvitation' });
export type OpenedInvitation = z.infer<typeof OpenedInvitation>;

const list = z.object({ items: z.array(Invitation).describe('Those that were neither accepted nor withdrawn, newest first') }).meta({ id: 'InvitationList' });
const InvitationId = z.object({ id: idOf('inv') });
const making = ['request.invalid', 'member.already', 'invitation.waiting', 'invitation.too_many'] as const;

export const invitationApi = {
  list: endpoint({ method: 'GET', path: '/v1/invitations', summary: 'List invitations', access: permitted('member.keep'), status: 200, reply: list, problems: [] }),
  create: endpoint({
    method: 'POST',
    path: '/v1/invitations',
    summary: 'Invite a member',
    description: 'By mail, with a link that works once and for seven days. Whether the address has an account here is told to nobody.',
    access: permitted('member.keep'),
    stepUp: true,
    audit: 'invitation.sent',
    body: z.strictObject({ ...common, role: z.enum(memberRoles) }).meta({ id: 'InvitationRequest' }),
    status: 201,
    reply: Invitation,
    problems: making,
  }),
  resend: endpoint({
    method: 'POST',
    path: '/v1/invitations/{id}/resend',
    summary: 'Send an invitation again',
    description: 'With a new link and seven more days; the link before works no more.',
    access: permitted('member.keep'),
    stepUp: true,
    audit: 'invitation.sent',
    params: InvitationId,
    status: 200,
    reply: Invitation,
    problems: ['request.invalid', 'invitation.not_found', 'invitation.too_many'],
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/v1/invitations/{id}',
    summary: 'Withdraw an invitation',
    access: permitted('member.keep'),
    stepUp: true,
    audit: 'invitation.withdrawn',
    params: InvitationId,
    status: 204,
    problems: ['request.invalid', 'invitation.not_found'],
  }),
  look: endpoint({
    method: 'POST',
    path: '/v1/invitations/look',
    summary: 'See what an invitation is to',
    description: 'By its token, which is sent in the body so that it stands in no address.',
    access: permitted('public'),
    audit: { none: 'Whoever holds the link only reads what it says' },
    body: z.strictObject({ token: InvitationToken }).meta({ id: 'InvitationLook' }),
    status: 200,
    reply: OpenedInvitation,
    problems: ['request.invalid', 'invitation.void', 'session.throttled'],
  }),
  accept: endpoint({
    method: 'POST',
    path: '/v1/invitations/accept',
    summary: 'Accept an invitation',
    description: 'With a name and a new password, or with the password of the account that the address has. Signs nobody in.',
    access: permitted('public'),
    audit: 'invitation.accepted',
    body: z.strictObject({ token: InvitationToken, name: wordsUpTo(80).optional(), password: z.string().min(1).max(200) }).meta({ id: 'InvitationAcceptance' }),
    status: 204,
    problems: ['request.invalid', 'invitation.void', 'invitation.other_side', 'password.wrong', 'session.throttled'],
  }),
};

export const staffInvitationApi = {
  list: endpoint({ ...invitationApi.list, path: '/v1/admin/staff-invitations', summary: 'List invitations to the staff', access: permitted('staff.keep') }),
  create: endpoint({
    ...invitationApi.create,
    path: '/v1/admin/staff-invitations',
    summary: 'Invite to the staff',
    access: permitted('staff.keep'),
    body: z.strictObject({ ...common, role: z.enum(staffRoles) }).meta({ id: 'StaffInvitationRequest' }),
  }),
  resend: endpoint({ ...invitationApi.resend, path: '/v1/admin/staff-invitations/{id}/resend', access: permitted('staff.keep') }),
  withdraw: endpoint({ ...invitationApi.withdraw, path: '/v1/admin/staff-invitations/{id}', access: permitted('staff.keep') }),
};
