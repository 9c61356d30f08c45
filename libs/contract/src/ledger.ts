import { z } from 'zod';
import { billingReasonNames, pageReasonNames } from './billing.js';
import { endpoint } from './endpoint.js';
import { environments } from './environment.js';
import { Day, idOf, Instant, ListQuery, listOf, Moment } from './fields.js';
import { permitted } from './permission.js';
import { QuotaTerm } from './quota-term.js';
import { Counts, UsageGroup } from './usage.js';

export const callOutcomes = ['accepted', 'refused', 'failed'] as const;
export const callRoutes = ['recognitions', 'jobs'] as const;
/** The limits that may refuse a call, by the names that its answer has for them. */
export const callLimits = ['requests_per_second', 'key_requests_per_second', 'test_requests_per_second', 'in_flight', 'pages_per_month'] as const;
export type CallLimit = (typeof callLimits)[number];

export const LedgerCall = z
  .object({
    id: idOf('use'),
    at: Instant.describe('When the quota decided, by the clock of the store'),
    request_id: z.string(),
    key: z.object({ id: idOf('key'), label: z.string() }).nullable().describe('Null from the console'),
    channel: z.enum(['api', 'console']),
    environment: z.enum(environments),
    route: z.enum(callRoutes),
    outcome: z.enum(callOutcomes),
    code: z.string().nullable().describe('The problem that was answered; null when accepted'),
    reason: z.enum(billingReasonNames).describe('Why it was billed or not'),
    page_reasons: z.partialRecord(z.enum(pageReasonNames), z.int()).describe('How many of its pages for which reason'),
    limit: z.object({ name: z.enum(callLimits), max: z.int() }).nullable().describe('Of a refused call, the limit it met and how much that was then; null where none refused it, and for calls of before it was noted'),
    recognition: idOf('rec').nullable(),
    pages: z.int(),
    billed_pages: z.int(),
    duration_ms: z.int(),
  })
  .meta({ id: 'Call' });
export type LedgerCall = z.infer<typeof LedgerCall>;

export const ExplainedCall = LedgerCall.extend({
  quota: z.object({ requests_per_second: z.int(), term: QuotaTerm.nullable().describe('Null for calls of before terms were kept') }).nullable().describe('What was in force at its instant'),
}).meta({ id: 'ExplainedCall' });
export type ExplainedCall = z.infer<typeof ExplainedCall>;

export const callForms = { json: 'application/json', csv: 'text/csv' } as const;

const Span = { from: Day.optional(), to: Day.optional() };
export const CallQuery = ListQuery.extend({
  ...Span,
  outcome: z.enum(callOutcomes).optional(),
  key: idOf('key').optional(),
  request_id: z.string().max(64).regex(/^[\w-]+$/).optional(),
  format: z.enum(['json', 'csv']).optional().describe('`csv`: the whole span in one file, oldest first'),
});
export type CallQuery = z.output<typeof CallQuery>;

export const Month = z.string().regex(/^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])$/).describe('A calendar month in Asia/Shanghai, such as 2026-11');

const Checkpoint = z.object({
  checkpoint: z.object({ v: z.literal(1), chain: z.string(), seq: z.int(), head: z.string(), at: z.string(), key: z.string() }),
  signature: z.string().describe('Ed25519, hex'),
});

export const Statement = z
  .object({
    statement: z.object({
      v: z.literal(1),
      tenant: z.object({ id: idOf('ten'), name: z.string() }),
      month: Month,
      from: Day,
      to: Day,
      timezone: z.literal('Asia/Shanghai'),
      issued_at: Moment,
      provisional: z.boolean().describe('Until the month is over and nothing that was admitted in it is at work'),
      total: Counts,
      keys: z.array(UsageGroup.omit({ days: true })),
      routes: z.array(UsageGroup.omit({ days: true })),
      reasons: z.array(UsageGroup.omit({ days: true })),
      days: z.array(Counts.extend({ day: Day })),
      quotas: z.array(z.object({ requests_per_second: z.int(), basis: z.string(), from: Instant, to: Instant.nullable(), document: z.string().nullable() })).describe('What was in force in the month, oldest first'),
      audit: Checkpoint.nullable().describe("The newest checkpoint of the tenant's audit log: whoever keeps this statement is a witness to it"),
    }),
    key: z.string().describe('Id of the key that signed'),
    signature: z.string().describe('Ed25519, hex, over `inkproof:statement:1`, a line feed, and `statement` as canonical JSON (RFC 8785)'),
  })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;

export const ledgerApi = {
  calls: endpoint({
    method: 'GET',
    path: '/v1/usage/calls',
    summary: 'Every call, what was billed and why',
    description: 'The last 30 days unless asked otherwise, newest first. With `?format=csv` all of the span as one file.',
    access: permitted('usage.read'),
    scope: 'usage',
    query: CallQuery,
    status: 200,
    reply: listOf(LedgerCall).meta({ id: 'CallList' }),
    formats: { csv: callForms.csv },
    problems: ['request.invalid'],
  }),
  call: endpoint({
    method: 'GET',
    path: '/v1/usage/calls/{id}',
    summary: 'One call, and the quota that was in force at its instant',
    access: permitted('usage.read'),
    scope: 'usage',
    params: z.object({ id: idOf('use') }),
    status: 200,
    reply: ExplainedCall,
    problems: ['request.invalid', 'call.not_found'],
  }),
  statement: endpoint({
    method: 'GET',
    path: '/v1/statements/{month}',
    summary: 'The statement of a month',
    description: 'A fold of the same ledger that the answers and the usage come from, signed, with the newest checkpoint of the audit log.',
    access: permitted('usage.read'),
    scope: 'usage',
    params: z.object({ month: Month }),
    status: 200,
    reply: Statement,
    problems: ['request.invalid', 'statement.not_found'],
  }),
};

const underAccess = 'Only under a support access of your own to this tenant that runs. The look is written into the tenant’s audit log, in the same transaction. Never what was recognised.';

/** For the provider's people: the same rows of one tenant, under a support access. Its sums are in `admin.findTenant`. */
export const adminLedgerApi = {
  calls: endpoint({
    ...ledgerApi.calls,
    path: '/v1/admin/tenants/{id}/calls',
    access: permitted('support.open'),
    audit: 'support.read',
    params: z.object({ id: idOf('ten') }),
    query: CallQuery.omit({ format: true }),
    formats: undefined,
    scope: undefined,
    description: `Newest first. ${underAccess}`,
    problems: ['request.invalid', 'tenant.not_found', 'support.required', 'support.over'],
  }),
  call: endpoint({
    ...ledgerApi.call,
    path: '/v1/admin/tenants/{id}/calls/{call}',
    access: permitted('support.open'),
    audit: 'support.read',
    scope: undefined,
    params: z.object({ id: idOf('ten'), call: idOf('use') }),
    description: underAccess,
    problems: ['request.invalid', 'tenant.not_found', 'call.not_found', 'support.required', 'support.over'],
  }),
};
