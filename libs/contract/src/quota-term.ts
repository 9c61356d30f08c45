import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idOf, Instant, Moment, wordsUpTo } from './fields.js';
import { permitted } from './permission.js';

export const RequestsPerSecond = z.coerce.number().int().min(1).max(5000).describe('Calls accepted in any one second');

export const quotaBases = ['contracted', 'override'] as const;
/** How the calls of a second may come. */
export const quotaBursts = ['at_once'] as const;
export const quotaTermStates = ['scheduled', 'in_force', 'overridden', 'ended', 'cancelled'] as const;

export const SourceDocument = z
  .strictObject({
    document: wordsUpTo(200).describe('Name or number of the order, the agreement or the amendment'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable().default(null).describe('Digest of the file, in lower-case hex'),
  })
  .meta({ id: 'SourceDocument' });
export type SourceDocument = z.infer<typeof SourceDocument>;

export const QuotaTerm = z
  .object({
    id: idOf('qtm'),
    basis: z.enum(quotaBases).describe('A contracted term holds until the next one begins; an override holds instead of it while it runs'),
    requests_per_second: z.int(),
    burst: z.enum(quotaBursts).describe('`at_once`: all calls of a second may come in the same instant'),
    effective_from: Instant,
    effective_to: Instant.nullable().describe('Null while nothing is known to follow'),
    state: z.enum(quotaTermStates).describe('`overridden` is the contract while an override holds instead'),
    source: SourceDocument.nullable(),
    reason: z.string().nullable(),
    set_by: z.object({ id: z.string(), name: z.string().nullable() }).nullable().describe('Shown to staff only'),
    set_at: Instant,
    approved_by: z.object({ id: z.string(), name: z.string().nullable() }).nullable().describe('The second person, of an override above the contract; shown to staff only'),
  })
  .meta({ id: 'QuotaTerm' });
export type QuotaTerm = z.infer<typeof QuotaTerm>;

export const QuotaTermList = z
  .object({
    at: Instant.describe('When this was so'),
    in_force: z.object({ requests_per_second: z.int(), term: idOf('qtm').nullable(), until: Instant.nullable().describe('The next instant at which it may become another') }),
    items: z.array(QuotaTerm).describe('Newest first, by when they begin'),
  })
  .meta({ id: 'QuotaTermList' });
export type QuotaTermList = z.infer<typeof QuotaTermList>;

const Asked = z.strictObject({
  basis: z.enum(quotaBases).default('contracted'),
  requests_per_second: RequestsPerSecond,
  burst: z.enum(quotaBursts).default('at_once'),
  effective_from: Moment.optional().describe('At once when absent; never in the past'),
  ends_at: Moment.optional().describe('Of an override; open-ended when absent'),
  source: SourceDocument.optional().describe('Of a contracted term, which always has one'),
  reason: wordsUpTo(500).optional().describe('Of an override, which always has one'),
});

export const QuotaTermRequest = Asked
  .refine(({ basis, source }) => basis !== 'contracted' || source, { path: ['source'], message: 'must name the document that this term of the contract comes from' })
  .refine(({ basis, reason }) => basis !== 'override' || reason, { path: ['reason'], message: 'must say why' })
  .refine(({ basis, ends_at }) => basis !== 'contracted' || !ends_at, { path: ['ends_at'], message: 'a contracted term ends where the next one begins' })
  .refine(({ effective_from, ends_at }) => !effective_from || !ends_at || Date.parse(effective_from) < Date.parse(ends_at), { path: ['ends_at'], message: 'must lie after effective_from' })
  .meta({ id: 'QuotaTermRequest' });
export type QuotaTermRequest = z.infer<typeof QuotaTermRequest>;

const Tenant = z.object({ id: idOf('ten') });

/** One of the two is null. */
export const QuotaSet = z
  .object({ term: QuotaTerm.nullable(), approval: idOf('apr').nullable().describe('The request that waits for a second person; answered with 202') })
  .meta({ id: 'QuotaSet' });
export type QuotaSet = z.infer<typeof QuotaSet>;

export const quotaApi = {
  terms: endpoint({
    method: 'GET',
    path: '/v1/quota-terms',
    summary: 'The history of the QPS quota',
    description: 'Every quota this tenant had, has and is to have, with the document it comes from. The one that was in force at the instant of a call explains its 429.',
    access: permitted('usage.read'),
    scope: 'usage',
    status: 200,
    reply: QuotaTermList,
    problems: [],
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/admin/tenants/{id}/quota-terms',
    summary: 'The history of a tenant’s quota',
    access: permitted('tenant.read'),
    params: Tenant,
    status: 200,
    reply: QuotaTermList,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  open: endpoint({
    method: 'POST',
    path: '/v1/admin/tenants/{id}/quota-terms',
    summary: 'Set a quota',
    description: 'A contracted term names its document and holds until the next one; an override says why and holds while it runs. It begins at its instant on every node, by the clock of the store. An override above what is contracted for its time takes two people: it is answered with 202 and begins once another person approved it.',
    access: permitted('tenant.keep'),
    audit: ['quota.term_opened', 'approval.requested'],
    stepUp: true,
    params: Tenant,
    body: QuotaTermRequest,
    status: 201,
    reply: QuotaSet,
    later: QuotaSet,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  cancel: endpoint({
    method: 'DELETE',
    path: '/v1/admin/tenants/{id}/quota-terms/{term}',
    summary: 'Call off a quota that has not begun, or end an override',
    access: permitted('tenant.keep'),
    audit: 'quota.term_cancelled',
    stepUp: true,
    params: Tenant.extend({ term: idOf('qtm') }),
    status: 200,
    reply: QuotaTerm,
    problems: ['request.invalid', 'tenant.not_found', 'term.not_found', 'term.too_late'],
  }),
};
