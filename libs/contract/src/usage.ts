import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, Moment } from './fields.js';
import { permitted } from './permission.js';
import { documentTypes, outputNames, readers } from './recognition/options.js';
import { ticketFileTypes } from './ticket-file.js';

export const Counts = z.object({
  accepted: z.int().describe('Calls accepted and answered'),
  refused: z.int().describe('Calls refused over the QPS quota'),
  failed: z.int().describe('Calls accepted that we could not answer; never billed'),
  pages: z.int(),
  billed_pages: z.int(),
});

export const UsageDay = Counts.extend({
  day: Day,
  p50_ms: z.int().nullable().describe('Median time of an accepted call, to two digits; null on a day without one'),
  p95_ms: z.int().nullable(),
}).meta({ id: 'UsageDay' });
export type UsageDay = z.infer<typeof UsageDay>;

/** By what usage can be told apart. */
export const usageDimensions = ['key', 'route', 'outcome', 'reason', 'environment', 'channel'] as const;

export const UsageGroup = Counts.extend({
  group: z.string().describe('Id of the key, empty for the console; otherwise the word itself'),
  label: z.string().nullable().describe('Of the key'),
  days: z.array(z.int()).describe('Calls on each day of the span, as `days` of the usage has them'),
}).meta({ id: 'UsageGroup' });
export type UsageGroup = z.infer<typeof UsageGroup>;

export const Usage = z
  .object({
    from: Day,
    to: Day,
    timezone: z.literal('Asia/Shanghai'),
    days: z.array(UsageDay).describe('Every day of the span, oldest first'),
    total: Counts,
    groups: z.array(UsageGroup).optional().describe('With `by`: most calls first; together they are the total'),
  })
  .meta({ id: 'Usage' });
export type Usage = z.infer<typeof Usage>;

const Rate = z.object({ limit: z.int(), remaining: z.int().describe('Calls that would be accepted this instant'), window_ms: z.literal(1000) });

const InFlight = z.object({ limit: z.int(), current: z.int() }).describe('Calls that are being answered at this moment');

const Allowance = z
  .object({
    limit: z.int().nullable().describe('Null where as many pages are read as are sent'),
    used: z.int().describe('Pages billed this month'),
    reserved: z.int().describe('Pages of calls and jobs that are under way'),
    remaining: z.int().nullable(),
    overage: z.object({ allowed: z.boolean().describe('Whether pages beyond the limit are read'), used: z.int().describe('Pages billed beyond the limit, part of `used`') }),
    resets_at: Moment.describe('The first instant of the next month in Asia/Shanghai'),
  })
  .describe('Pages of the calendar month. What was only read with a test key is no part of it.');

const KeyRate = Rate.nullable().describe("The quota of the key that asks, within its tenant's; null where it has none");

export const UsageNow = z
  .object({
    at: Moment.describe("The store's clock"),
    requests_per_second: z.int().describe('The QPS quota'),
    accepted_last_second: z.int(),
    in_flight: InFlight,
    allowance: Allowance,
    key: KeyRate,
    seconds: z.array(z.int()).length(60).describe('Calls accepted in each of the last 60 seconds, oldest first'),
  })
  .meta({ id: 'UsageNow' });
export type UsageNow = z.infer<typeof UsageNow>;

export const UploadLimits = z.object({
  max_bytes: z.int(),
  max_pixels: z.int().describe('Per page'),
  max_pages: z.int().describe('Pages read in one call; a job may have more'),
  max_job_pages: z.int(),
  max_job_documents: z.int(),
});
export type UploadLimits = z.infer<typeof UploadLimits>;

export const Limits = z
  .object({
    plan: z.string().describe('Name of the plan these limits come from'),
    requests_per_second: Rate.describe('Of the tenant; asked with a test key, of its test keys'),
    key: KeyRate,
    test: z.object({ requests_per_second: z.int(), in_flight: z.int() }).describe("What test keys may in all. They use nothing of the tenant's."),
    in_flight: InFlight,
    allowance: Allowance,
    upload: UploadLimits.extend({ media_types: z.array(z.enum(documentTypes)) }),
    readings_at_once: z.int().describe('Pages of this tenant that are read at the same time; more wait their turn'),
    deadline_ms: z.int().describe('The longest one call may take'),
  })
  .meta({ id: 'Limits' });
export type Limits = z.infer<typeof Limits>;

export const Capabilities = z
  .object({
    readers: z.array(z.object({ name: z.enum(readers), version: z.string(), default: z.boolean(), languages: z.array(z.string()).describe('BCP 47'), description: z.string() })),
    languages: z.array(z.object({ tag: z.string().describe('BCP 47'), name: z.string(), aliases: z.array(z.string()), sha256: z.string().describe('Digest of the language data') })),
    media_types: z.array(z.enum(documentTypes)),
    formats: z.array(z.object({ name: z.enum(outputNames), media_type: z.string() })).describe('Forms a result can take'),
    options: z.array(z.object({ name: z.string(), type: z.string(), values: z.array(z.string()).optional().describe('When there are only these'), default: z.string().nullable(), description: z.string() })),
    limits: UploadLimits.nullable().describe("What a call may weigh by your plan; null for the provider's people, who have none"),
    fetches_urls: z.boolean().describe('Whether files may be named by their address'),
    ticket_files: z.object({ max_files: z.int(), max_file_bytes: z.int(), max_bytes: z.int().describe('Of all together'), media_types: z.array(z.enum(ticketFileTypes)).describe('Told by their bytes') }).describe('What may go with one message of a ticket'),
  })
  .meta({ id: 'Capabilities' });
export type Capabilities = z.infer<typeof Capabilities>;

export const usageApi = {
  usage: endpoint({
    method: 'GET',
    path: '/v1/usage',
    summary: 'Usage by day',
    description: 'The last 30 days unless asked otherwise; at most 366. `by` tells them apart by key, route, outcome, reason, environment or channel.',
    access: permitted('usage.read'),
    scope: 'usage',
    query: z.object({ from: Day.optional(), to: Day.optional(), by: z.enum(usageDimensions).optional() }),
    status: 200,
    reply: Usage,
    problems: ['request.invalid'],
  }),
  now: endpoint({
    method: 'GET',
    path: '/v1/usage/now',
    summary: 'The last minute, second by second',
    access: permitted('usage.read'),
    scope: 'usage',
    status: 200,
    reply: UsageNow,
    problems: [],
  }),
  limits: endpoint({
    method: 'GET',
    path: '/v1/limits',
    summary: 'Limits of the tenant and of this install',
    access: permitted('usage.read'),
    scope: 'usage',
    status: 200,
    reply: Limits,
    problems: [],
  }),
  capabilities: endpoint({
    method: 'GET',
    path: '/v1/capabilities',
    summary: 'What this install can read',
    access: permitted('capability.read'),
    scope: 'any',
    status: 200,
    reply: Capabilities,
    problems: [],
  }),
};
