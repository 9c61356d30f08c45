import { z } from 'zod';
import { endpoint, memberRoles } from './endpoint.js';
import { idOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';

/** Nobody is made an owner by another's hand: whoever becomes one accepts it themselves. */
export const givenRoles = memberRoles.filter((role): role is Exclude<(typeof memberRoles)[number], 'owner'> => role !== 'owner');

export const Member = z
  .object({ person: z.object({ id: idOf('per'), name: z.string(), email: z.email() }), role: z.enum(memberRoles), joined_at: Moment })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

const PersonId = z.object({ id: idOf('per') });

export const memberApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/members',
    summary: 'List members',
    access: permitted('member.read'),
    status: 200,
    reply: z.object({ items: z.array(Member).describe('Oldest first') }).meta({ id: 'MemberList' }),
    problems: [],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/v1/members/{id}',
    summary: 'Change the role of a member',
    description: 'Holds from their next call. Nobody is made an owner this way: offer the ownership, or invite an owner.',
    access: permitted('member.keep'),
    stepUp: true,
    settings: 'none',
    audit: 'member.changed',
    params: PersonId,
    body: z.strictObject({ role: z.enum(memberRoles) }).meta({ id: 'MemberChange' }),
    status: 200,
    reply: Member,
    problems: ['request.invalid', 'member.not_found', 'member.last_owner', 'member.not_made_owner'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/v1/members/{id}',
    summary: 'Remove a member',
    description: 'Their sessions in this tenant end with it, on every node. Keys they issued stay.',
    access: permitted('member.keep'),
    stepUp: true,
    audit: 'member.removed',
    params: PersonId,
    status: 204,
    problems: ['request.invalid', 'member.not_found', 'member.last_owner'],
  }),
  offerOwnership: endpoint({
    method: 'POST',
    path: '/v1/members/{id}/ownership',
    summary: 'Offer your ownership to a member',
    description: 'They are told by mail and accept by approving the request; then they are an owner and you a developer. Until then nothing changes.',
    access: permitted('member.keep'),
    stepUp: true,
    audit: 'approval.requested',
    params: PersonId,
    body: z.strictObject({ reason: wordsUpTo(500) }).meta({ id: 'OwnershipOffer' }),
    status: 201,
    reply: z.object({ approval: idOf('apr'), expires_at: Moment }).meta({ id: 'OfferedOwnership' }),
    problems: ['request.invalid', 'member.not_found', 'member.not_an_heir'],
  }),
};
