import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from './fields.js';
import { ApiKey } from './key.js';
import { permitted } from './permission.js';
import { RecognitionSummary } from './recognition/recognition.js';

const MINUTES = { least: 15, most: 240 };

export const SupportRequest = z
  .strictObject({
    reason: wordsUpTo(500).describe('Shown to the tenant'),
    ticket: wordsUpTo(64).optional(),
    minutes: z.int().min(MINUTES.least).max(MINUTES.most).default(60),
  })
  .meta({ id: 'SupportRequest' });
export type SupportRequest = z.infer<typeof SupportRequest>;

export const SupportAccess = z
  .object({
    id: idOf('sup'),
    tenant_id: idOf('ten'),
    person: z.object({ id: idOf('per'), name: z.string() }),
    reason: z.string(),
    ticket: z.string().nullable(),
    opened_at: Moment,
    ends_at: Moment,
    ended_at: Moment.nullable().describe('When somebody ended it before its time'),
    running: z.boolean(),
  })
  .meta({ id: 'SupportAccess' });
export type SupportAccess = z.infer<typeof SupportAccess>;

/** An access of one's own, with whose data it opens. */
export const OwnSupportAccess = SupportAccess.extend({ tenant_name: z.string() }).meta({ id: 'OwnSupportAccess' });
export type OwnSupportAccess = z.infer<typeof OwnSupportAccess>;

/** Keys as staff see them: nothing that opens anything. */
export const SupportKey = ApiKey.pick({ id: true, label: true, environment: true, hint: true, created_at: true, last_used_at: true, revoked_at: true }).meta({ id: 'SupportKey' });
export type SupportKey = z.infer<typeof SupportKey>;

const AccessId = z.object({ id: idOf('sup') });
const list = listOf(SupportAccess).meta({ id: 'SupportAccessList' });
const reading = ['request.invalid', 'support.not_found', 'support.over'] as const;

export const supportApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/support-accesses',
    summary: 'Who of the provider looked at your data',
    description: 'Every access, running and past, with its reason. What was looked at stands in the audit log.',
    access: permitted('support.see'),
    query: ListQuery.extend({ running: z.stringbool().optional().describe('Only those that run now, or only those that do not') }),
    status: 200,
    reply: list,
    problems: ['request.invalid'],
  }),
  end: endpoint({
    method: 'DELETE',
    path: '/v1/support-accesses/{id}',
    summary: 'End a support access',
    description: 'At once, on every node.',
    access: permitted('support.end'),
    audit: 'support.ended',
    params: AccessId,
    status: 200,
    reply: SupportAccess,
    problems: ['request.invalid', 'support.not_found'],
  }),
};

export const adminSupportApi = {
  own: endpoint({
    method: 'GET',
    path: '/v1/admin/support-accesses',
    summary: 'Your support accesses that run',
    access: permitted('support.open'),
    status: 200,
    reply: z.object({ items: z.array(OwnSupportAccess).describe('Whose time ends first comes first') }).meta({ id: 'OwnSupportAccessList' }),
    problems: [],
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/admin/tenants/{id}/support-accesses',
    summary: 'Support accesses to a tenant',
    access: permitted('support.list'),
    params: z.object({ id: idOf('ten') }),
    query: ListQuery,
    status: 200,
    reply: list,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  open: endpoint({
    method: 'POST',
    path: '/v1/admin/tenants/{id}/support-accesses',
    summary: 'Open a support access for yourself',
    description: 'With a reason, for fifteen minutes to four hours. The tenant sees it, its owners are told by mail, and each look is written into its audit log. It opens what was called and which keys there are, never a result.',
    access: permitted('support.open'),
    stepUp: true,
    audit: 'support.opened',
    params: z.object({ id: idOf('ten') }),
    body: SupportRequest,
    status: 201,
    reply: SupportAccess,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  end: endpoint({ ...supportApi.end, path: '/v1/admin/support-accesses/{id}', summary: 'End your support access', access: permitted('support.open') }),
  recognitions: endpoint({
    method: 'GET',
    path: '/v1/admin/support-accesses/{id}/recognitions',
    summary: 'What a tenant recognised, without results',
    access: permitted('support.open'),
    audit: 'support.read',
    params: AccessId,
    query: ListQuery,
    status: 200,
    reply: listOf(RecognitionSummary).meta({ id: 'SupportRecognitionList' }),
    problems: reading,
  }),
  keys: endpoint({
    method: 'GET',
    path: '/v1/admin/support-accesses/{id}/keys',
    summary: 'The keys of a tenant, without secrets',
    access: permitted('support.open'),
    audit: 'support.read',
    params: AccessId,
    status: 200,
    reply: z.object({ items: z.array(SupportKey) }).meta({ id: 'SupportKeyList' }),
    problems: reading,
  }),
};
