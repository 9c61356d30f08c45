import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';

/** Acts that need two people. A kind is a promise: what was asked for under it stays readable. */
export const approvalKinds = ['quota.above_contract', 'ownership.transfer', 'hold.lift', 'media.dispose', 'maintenance.publish', 'maintenance.change', 'service.end'] as const;
export type ApprovalKindName = (typeof approvalKinds)[number];

export const approvalStates = ['waiting', 'approved', 'refused', 'withdrawn', 'expired'] as const;

const Person = z.object({ id: z.string(), name: z.string().nullable().describe('Null when they are not of your side') });

const Field = z.record(z.string(), z.unknown());

export const Approval = z
  .object({
    id: idOf('apr'),
    kind: z.enum(approvalKinds),
    tenant: z.object({ id: idOf('ten'), name: z.string() }).nullable().describe('The tenant it concerns; null when it concerns none'),
    state: z.enum(approvalStates).describe('An end is for good. What waits longer than its time has expired and is not carried out'),
    payload: Field.describe('What will be done, to the letter'),
    names: z.record(z.string(), z.string()).describe('What the people and tenants are called whose ids the payload and `before` mention, as far as you may see them'),
    before: Field.nullable().describe('What stood where it will be done, when it was asked for'),
    payload_sha256: z.string().describe('Of the payload as canonical JSON (RFC 8785). An approval holds for this digest and no other'),
    revision: z.int().min(1).describe('Goes up with each edit, which voids the approvals before it'),
    reason: z.string().describe('Why, in the words of whoever made or last edited it'),
    made_by: Person,
    made_at: Moment,
    expires_at: Moment,
    ended_at: Moment.nullable(),
    approvals_needed: z.int().min(1).describe('By that many people who neither made nor edited it'),
    edits: z.array(z.object({ by: Person, at: Moment, revision: z.int().min(2) })),
    decisions: z.array(z.object({ by: Person, at: Moment, verdict: z.enum(['approve', 'refuse']), reason: z.string().nullable(), revision: z.int(), void: z.boolean().describe('Whether an edit voided it') })),
    your_part: z.enum(['decider', 'author', 'decided', 'onlooker']).describe('`author`: you made or edited it, so another person decides. `onlooker`: your role does not decide this, or it has ended'),
  })
  .meta({ id: 'Approval' });
export type Approval = z.infer<typeof Approval>;

export const ApprovalDecision = z
  .strictObject({
    verdict: z.enum(['approve', 'refuse']),
    payload_sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits').describe('Of the payload you have read'),
    reason: wordsUpTo(500).optional().describe('Needed to refuse'),
  })
  .refine(({ verdict, reason }) => verdict === 'approve' || reason !== undefined, { path: ['reason'], message: 'is needed to refuse' })
  .meta({ id: 'ApprovalDecision' });
export type ApprovalDecision = z.infer<typeof ApprovalDecision>;

const Which = ListQuery.extend({ state: z.enum(approvalStates).optional() });
const ApprovalId = z.object({ id: idOf('apr') });
const ApprovalList = listOf(Approval).meta({ id: 'ApprovalList' });

const deciding = 'By a person who neither made nor edited the request; no role is excepted. The last approval that was needed carries the act out, in the same transaction.';
const refusals = ['request.invalid', 'approval.not_found', 'approval.own', 'approval.ended', 'approval.expired', 'approval.changed'] as const;

export const approvalApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/approvals',
    summary: 'List what needs a second person',
    description: 'Acts of your tenant that wait for another member, and those that were decided.',
    access: permitted('approval.read'),
    query: Which,
    status: 200,
    reply: ApprovalList,
    problems: ['request.invalid'],
  }),
  find: endpoint({
    method: 'GET',
    path: '/v1/approvals/{id}',
    summary: 'Read one request',
    access: permitted('approval.read'),
    params: ApprovalId,
    status: 200,
    reply: Approval,
    problems: ['request.invalid', 'approval.not_found'],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/v1/approvals/{id}/decision',
    summary: 'Approve or refuse',
    description: deciding,
    access: permitted('approval.decide'),
    audit: ['approval.approved', 'approval.refused'],
    stepUp: true,
    params: ApprovalId,
    body: ApprovalDecision,
    status: 200,
    reply: Approval,
    problems: refusals,
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/v1/approvals/{id}',
    summary: 'Withdraw a request',
    description: 'By whoever made or edited it.',
    access: permitted('approval.decide'),
    audit: 'approval.withdrawn',
    params: ApprovalId,
    status: 200,
    reply: Approval,
    problems: ['request.invalid', 'approval.not_found', 'approval.ended', 'approval.expired'],
  }),
};

/** The same for acts of the provider. */
export const adminApprovalApi = {
  list: endpoint({ ...approvalApi.list, path: '/v1/admin/approvals', description: 'Acts of the provider that wait for another person of the staff, and those that were decided.', access: permitted('provider_approval.read') }),
  find: endpoint({ ...approvalApi.find, path: '/v1/admin/approvals/{id}', access: permitted('provider_approval.read') }),
  decide: endpoint({ ...approvalApi.decide, path: '/v1/admin/approvals/{id}/decision', access: permitted('provider_approval.decide') }),
  withdraw: endpoint({ ...approvalApi.withdraw, path: '/v1/admin/approvals/{id}', access: permitted('provider_approval.decide') }),
};
