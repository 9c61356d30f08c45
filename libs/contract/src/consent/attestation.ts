import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { Day, idOf, ListQuery, listOf, Moment, Somebody, wordsUpTo } from '../fields.js';
import { permitted } from '../permission.js';

export const expiryKinds = ['results', 'material'] as const;
export const attestedOutcomes = ['deleted', 'kept_by_law'] as const;
/** `late`: open for so long that compliance staff of the provider were told. */
export const expiryStates = ['open', 'late', ...attestedOutcomes] as const;
export type ExpiryState = (typeof expiryStates)[number];

/** For so many days an expiry is the tenant's matter alone. */
export const ATTEST_WITHIN_DAYS = 14;
export const EXPIRIES_MAX = 500;

export const Attestation = z
  .object({
    id: idOf('att').describe('Its entry in the audit log names it'),
    at: Moment,
    by: Somebody,
    outcome: z.enum(attestedOutcomes),
    deleted_at: Moment.nullable().describe('By when they were deleted; null where they are kept'),
    basis: z.string().nullable().describe('The law by which they are kept; null where they are deleted'),
  })
  .meta({ id: 'Attestation' });

export const Expiry = z
  .object({
    id: idOf('exp'),
    kind: z.enum(expiryKinds).describe('`results` of calls of the day; `material` you kept yourself, whose record was erased here on the day'),
    filing: z.object({ id: idOf('flg'), name: z.string(), version: z.int() }).nullable().describe('The text they relied on; null when it is erased by now'),
    day: Day,
    count: z.int().min(1).describe('How many there were'),
    due_at: Moment.describe('From when on none of them may be kept'),
    told_at: Moment,
    state: z.enum(expiryStates),
    attestation: Attestation.nullable().describe('What was said of them last'),
  })
  .meta({ id: 'Expiry' });
export type Expiry = z.infer<typeof Expiry>;

export const AttestationRequest = z
  .strictObject({
    expiries: z.array(idOf('exp')).min(1).max(EXPIRIES_MAX),
    outcome: z.enum(attestedOutcomes).default('deleted'),
    deleted_at: Moment.optional().describe('By when all of them were deleted. Now when absent'),
    basis: wordsUpTo(300).optional().describe('For `kept_by_law`: the law that asks for it'),
  })
  .refine(({ outcome, basis }) => (outcome === 'kept_by_law') === (basis !== undefined), { path: ['basis'], message: 'must be there for kept_by_law, and for nothing else' })
  .refine(({ outcome, deleted_at }) => outcome === 'deleted' || deleted_at === undefined, { path: ['deleted_at'], message: 'must be absent where they are kept' })
  .meta({ id: 'AttestationRequest' });
export type AttestationRequest = z.output<typeof AttestationRequest>;

export const Unattested = z
  .object({
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    open: z.int().describe('Expiries nobody attested, late ones among them'),
    late: z.int(),
    copies: z.int().describe('How many results and materials these stand for'),
    oldest_due_at: Moment,
  })
  .meta({ id: 'Unattested' });
export type Unattested = z.infer<typeof Unattested>;

const ExpiryQuery = ListQuery.extend({ state: z.enum(['open', 'late', 'attested']).optional().describe('`open`: not attested, late ones among them') });
const ExpiryList = listOf(Expiry).meta({ id: 'ExpiryList' });

export const attestationApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/expiries',
    summary: 'List copies of yours whose time is over',
    description: 'What you were given and keep yourself: results, once the days are over for which the filed text told people they are kept; and material, once its record was erased here. One for a text and a day, newest first. The event `retention.expired` tells of each.',
    access: permitted('retention.read'),
    scope: 'consent',
    query: ExpiryQuery,
    status: 200,
    reply: ExpiryList,
    problems: ['request.invalid'],
  }),
  make: endpoint({
    method: 'POST',
    path: '/v1/attestations',
    summary: 'Attest that copies of yours are deleted',
    description: `Up to ${EXPIRIES_MAX} at once. Whoever calls says so for you, and it stands in the audit log. What was attested before stays as it was said; what a law let you keep is attested once more when it is deleted.`,
    access: permitted('attestation.make'),
    scope: 'consent',
    audit: 'attestation.made',
    body: AttestationRequest,
    status: 200,
    reply: z.object({ items: z.array(Expiry).describe('Those that were named, as they stand now') }).meta({ id: 'AttestedExpiries' }),
    problems: ['request.invalid', 'expiry.not_found'],
  }),
};

export const adminAttestationApi = {
  tenants: endpoint({ method: 'GET', path: '/v1/admin/attestations', summary: 'Tenants that have not attested', description: 'The two hundred of which most is late, and then those that wait longest.', access: permitted('retention.inspect'), status: 200, reply: z.object({ items: z.array(Unattested) }).meta({ id: 'UnattestedList' }), problems: [] }),
  ofTenant: endpoint({ method: 'GET', path: '/v1/admin/tenants/{id}/expiries', summary: 'What a tenant attested, and what it has not', access: permitted('retention.inspect'), params: z.object({ id: idOf('ten') }), query: ExpiryQuery, status: 200, reply: ExpiryList, problems: ['request.invalid', 'tenant.not_found'] }),
};
