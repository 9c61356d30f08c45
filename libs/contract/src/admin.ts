import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Day, idOf, ListQuery, listOf, Moment, wordsUpTo } from './fields.js';
import { Health } from './health.js';
import { permitted } from './permission.js';
import { RequestsPerSecond, SourceDocument } from './quota-term.js';

/** A name, so that plans to come need no new contract. */
const PlanName = wordsUpTo(40).describe('What its calls may weigh; `standard` unless chosen otherwise');

export const TenantName = z.object({ id: idOf('ten'), name: z.string() }).meta({ id: 'TenantName' });
export type TenantName = z.infer<typeof TenantName>;

export const TenantRequest = z
  .strictObject({
    name: wordsUpTo(120),
    requests_per_second: RequestsPerSecond.default(5),
    source: SourceDocument.optional().describe('What the quota comes from'),
    plan: PlanName.optional(),
    owner: z.strictObject({ name: wordsUpTo(80), email: z.email().max(254) }).describe('The first member'),
  })
  .meta({ id: 'TenantRequest' });
export type TenantRequest = z.infer<typeof TenantRequest>;

export const TenantChange = z
  .strictObject({ name: wordsUpTo(120).optional(), plan: PlanName.optional() })
  .meta({ id: 'TenantChange' });

export const Tenant = z
  .object({
    id: idOf('ten'),
    name: z.string(),
    created_at: Moment,
    requests_per_second: z.int().describe('The QPS quota in force'),
    plan: z.string(),
    members: z.int(),
    active_keys: z.int(),
    end: z.object({ last_day: Day, ends_at: Moment.describe('The first instant after it, in Asia/Shanghai') }).nullable().describe('When its service ends or ended; null while no end is announced'),
    last_24h: z.object({ accepted: z.int(), refused: z.int(), failed: z.int() }),
  })
  .meta({ id: 'Tenant' });
export type Tenant = z.infer<typeof Tenant>;

export const OpenedTenant = z
  .object({ tenant: Tenant, owner: z.object({ email: z.email(), initial_password: z.string().describe('Shown this once; the owner changes it after signing in') }) })
  .meta({ id: 'OpenedTenant' });
export type OpenedTenant = z.infer<typeof OpenedTenant>;

export const LoadMinute = z.object({ at: Moment, accepted: z.int(), refused: z.int(), failed: z.int(), p50_ms: z.int().nullable(), p95_ms: z.int().nullable() });

export const Load = z
  .object({
    minutes: z.array(LoadMinute).describe('Every minute of the span, oldest first'),
    tenants: z.array(z.object({ id: idOf('ten'), name: z.string(), accepted: z.int(), refused: z.int(), failed: z.int() })).describe('The ten with most calls in the span'),
  })
  .meta({ id: 'Load' });
export type Load = z.infer<typeof Load>;

export const Node = z
  .object({
    id: z.string(),
    kind: z.enum(['api', 'worker']).describe('An API node answers callers, a worker reads what is queued'),
    limiter: z.enum(['postgresql', 'redis']).nullable().describe('Where an API node keeps its rates; null for a worker, which admits nobody'),
    version: z.string(),
    started_at: Moment,
    seen_at: Moment,
    state: z.enum(['up', 'stopping', 'lost']).describe('`lost` after 15 s without a sign of life'),
    checks: Health.shape.checks.describe('One entry for each thing this node needs, as of its last sign of life'),
    readers: z.object({ total: z.int(), busy: z.int(), queued: z.int(), replaced: z.int().describe('Readers that died or hung and were replaced since the start'), recycled: z.int().describe('Readers that were succeeded in good order, for their pages or their memory') }),
    memory_bytes: z.int().describe('Resident, readers included'),
  })
  .meta({ id: 'Node' });
export type Node = z.infer<typeof Node>;

export const Plan = z
  .object({
    name: z.string(),
    upload_max_bytes: z.int(),
    page_max_pixels: z.int(),
    call_max_pages: z.int().describe('Read in one call'),
    job_max_pages: z.int(),
    job_max_documents: z.int(),
    readings_at_once: z.int().describe('Pages of one tenant that a node reads at the same time'),
    deadline_ms: z.int().describe('The longest one call may take'),
    in_flight_max: z.int().describe('Calls of a tenant that are answered at the same time'),
    month_max_pages: z.int().nullable().describe('Pages of a calendar month; null for as many as are sent'),
    overage: z.boolean().describe('Whether pages beyond those are read and counted apart, or refused'),
    test_requests_per_second: z.int(),
    test_in_flight_max: z.int(),
  })
  .meta({ id: 'Plan' });
export type Plan = z.infer<typeof Plan>;

export const adminApi = {
  listTenants: endpoint({
    method: 'GET',
    path: '/v1/admin/tenants',
    summary: 'List tenants',
    access: permitted('tenant.read'),
    query: ListQuery,
    status: 200,
    reply: listOf(Tenant).meta({ id: 'TenantList' }),
    problems: ['request.invalid'],
  }),
  tenantNames: endpoint({
    method: 'GET',
    path: '/v1/admin/tenant-names',
    summary: 'Look a tenant up by its name',
    description: 'For a choice: at most ten, those that begin with it first. An id finds its tenant.',
    access: permitted('tenant.read'),
    query: z.object({ containing: wordsUpTo(120).describe('A part of the name, in any case, or a whole id') }),
    status: 200,
    reply: z.object({ items: z.array(TenantName) }).meta({ id: 'TenantNameList' }),
    problems: ['request.invalid'],
  }),
  openTenant: endpoint({
    method: 'POST',
    path: '/v1/admin/tenants',
    summary: 'Open a tenant',
    description: 'With its quota and its owner, whose first password is in the answer and nowhere else.',
    access: permitted('tenant.keep'),
    audit: ['tenant.opened', 'quota.term_opened'],
    stepUp: true,
    body: TenantRequest,
    status: 201,
    reply: OpenedTenant,
    problems: ['request.invalid', 'person.email_taken', 'plan.unknown'],
  }),
  findTenant: endpoint({
    method: 'GET',
    path: '/v1/admin/tenants/{id}',
    summary: 'Read one tenant',
    access: permitted('tenant.read'),
    params: z.object({ id: idOf('ten') }),
    status: 200,
    reply: Tenant,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  changeTenant: endpoint({
    method: 'PATCH',
    path: '/v1/admin/tenants/{id}',
    summary: 'Change a tenant',
    description: 'A new plan holds from the next call on every node. The quota changes by its terms.',
    access: permitted('tenant.keep'),
    audit: 'tenant.changed',
    stepUp: true,
    params: z.object({ id: idOf('ten') }),
    body: TenantChange,
    status: 200,
    reply: Tenant,
    problems: ['request.invalid', 'tenant.not_found', 'plan.unknown'],
  }),
  plans: endpoint({
    method: 'GET',
    path: '/v1/admin/plans',
    summary: 'List plans',
    description: 'As agreed. On an install whose settings allow less, less holds.',
    access: permitted('tenant.read'),
    status: 200,
    reply: z.object({ items: z.array(Plan) }).meta({ id: 'PlanList' }),
    problems: [],
  }),
  load: endpoint({
    method: 'GET',
    path: '/v1/admin/load',
    summary: 'Recognition load by minute',
    access: permitted('node.read'),
    query: z.object({ minutes: z.coerce.number().int().min(5).max(1440).default(60) }),
    status: 200,
    reply: Load,
    problems: ['request.invalid'],
  }),
  nodes: endpoint({
    method: 'GET',
    path: '/v1/admin/nodes',
    summary: 'API nodes, workers and their readers',
    access: permitted('node.read'),
    status: 200,
    reply: z.object({ items: z.array(Node) }).meta({ id: 'NodeList' }),
    problems: [],
  }),
};
