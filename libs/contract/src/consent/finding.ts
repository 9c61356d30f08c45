import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from '../fields.js';
import { permitted } from '../permission.js';
import { undeclaredPolicies } from './personal-information.js';
import { personalCategories } from './vocabulary.js';

export const findingStates = ['open', 'dismissed', 'linked'] as const;

export const Finding = z
  .object({
    id: idOf('fnd'),
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    at: Moment,
    recognition: idOf('rec'),
    version_id: idOf('flv').nullable().describe('The text the call relied on; null where it declared no personal information'),
    category: z.enum(personalCategories),
    kinds: z.array(z.string()).describe('As the detector names them'),
    pages: z.array(z.int()),
    count: z.int(),
    result: z.enum(undeclaredPolicies).describe('What the caller was given'),
    state: z.enum(findingStates),
    settled: z.object({ at: Moment, by: z.string() }).nullable(),
    reason: z.string().nullable(),
    reference: z.string().nullable().describe('What it was linked to'),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

export const FindingSettling = z
  .strictObject({ outcome: z.enum(['dismissed', 'linked']), reason: wordsUpTo(1_000), reference: wordsUpTo(64).optional().describe('Where it is dealt with, such as a case or a ticket') })
  .refine(({ outcome, reference }) => outcome !== 'linked' || reference !== undefined, { path: ['reference'], message: 'must say what it is linked to' })
  .meta({ id: 'FindingSettling' });
export type FindingSettling = z.output<typeof FindingSettling>;

export const ConsentPolicy = z.strictObject({ undeclared: z.enum(undeclaredPolicies).describe('What becomes of a result in which something was found that was not declared') }).meta({ id: 'ConsentPolicy' });

const FindingQuery = ListQuery.extend({ state: z.enum(findingStates).optional() });
const FindingList = listOf(Finding).meta({ id: 'FindingList' });
const FindingId = z.object({ id: idOf('fnd') });

export const findingApi = {
  list: endpoint({ method: 'GET', path: '/v1/findings', summary: 'List what was found undeclared', description: 'Personal information in your results that the call had not declared: how much of what on which page, never what it was. Newest first.', access: permitted('finding.read'), scope: 'consent', query: FindingQuery, status: 200, reply: FindingList, problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: '/v1/findings/{id}', summary: 'Read one finding', access: permitted('finding.read'), scope: 'consent', params: FindingId, status: 200, reply: Finding, problems: ['request.invalid', 'finding.not_found'] }),
  policy: endpoint({ method: 'GET', path: '/v1/consent-policy', summary: 'What becomes of results with something undeclared', access: permitted('finding.read'), scope: 'consent', status: 200, reply: ConsentPolicy, problems: [] }),
  setPolicy: endpoint({
    method: 'PUT',
    path: '/v1/consent-policy',
    summary: 'Choose what becomes of results with something undeclared',
    description: '`returned` with a warning, `masked` where it was found, or `withheld`. Holds from the next call on, on every node.',
    access: permitted('consent_policy.keep'),
    settings: { undeclared: 'free' },
    audit: 'consent_policy.changed',
    body: ConsentPolicy,
    status: 200,
    reply: ConsentPolicy,
    problems: ['request.invalid'],
  }),
};

export const adminFindingApi = {
  list: endpoint({ method: 'GET', path: '/v1/admin/findings', summary: 'The queue of findings', description: 'Of all tenants, newest first.', access: permitted('finding.see'), query: FindingQuery.extend({ tenant: idOf('ten').optional() }), status: 200, reply: FindingList, problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: '/v1/admin/findings/{id}', summary: 'Read one finding', access: permitted('finding.see'), params: FindingId, status: 200, reply: Finding, problems: ['request.invalid', 'finding.not_found'] }),
  settle: endpoint({
    method: 'POST',
    path: '/v1/admin/findings/{id}/settle',
    summary: 'Dismiss a finding, or link it to where it is dealt with',
    description: 'Once, with a reason that the tenant reads too.',
    access: permitted('finding.settle'),
    audit: 'finding.settled',
    params: FindingId,
    body: FindingSettling,
    status: 200,
    reply: Finding,
    problems: ['request.invalid', 'finding.not_found', 'finding.settled'],
  }),
};
