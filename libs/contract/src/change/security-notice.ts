import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf, Moment, wordsUpTo } from '../fields.js';
import { permitted } from '../permission.js';

export const securityKinds = ['abnormal_traffic', 'attack', 'stolen_key', 'other'] as const;
export type SecurityKind = (typeof securityKinds)[number];

export const securityOrigins = ['reported', 'detected'] as const;

export const SecurityReport = z
  .strictObject({ kind: z.enum(securityKinds), since: Moment.describe('When it began, as far as you know; not in the future'), words: wordsUpTo(5_000).describe('What is seen. Leave out personal information and what was read') })
  .meta({ id: 'SecurityReport' });
export type SecurityReport = z.output<typeof SecurityReport>;

export const SecurityNotice = z
  .object({
    id: idOf('scn'),
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    origin: z.enum(securityOrigins).describe('`reported` by the tenant, or `detected` from its calls'),
    kind: z.enum(securityKinds),
    since: Moment,
    words: z.string().nullable(),
    at: Moment.describe('When it was filed or detected'),
    by: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    told_after_seconds: z.int().describe('From its beginning to the filing: how promptly it was said'),
    calls_per_minute: z.int().nullable().describe('Of a surge: what was seen'),
    usual_per_minute: z.number().nullable().describe('Of a surge: what is usual for this tenant'),
    ended_at: Moment.nullable().describe('Of a surge: when it was over'),
    ticket: idOf('tkt').nullable(),
  })
  .meta({ id: 'SecurityNotice' });
export type SecurityNotice = z.infer<typeof SecurityNotice>;

const path = '/v1/security-notices';
const admin = '/v1/admin/security-notices';
const SecurityList = listOf(SecurityNotice).meta({ id: 'SecurityNoticeList' });

export const securityApi = {
  report: endpoint({
    method: 'POST',
    path,
    summary: 'Report abnormal traffic or an attack',
    description: 'Opens a ticket of the gravest kind and tells the provider at once, at any hour, while suspended too (三.1(4)). Its times stay on record.',
    access: permitted('security.report'),
    scope: 'changes',
    audit: ['security.reported', 'ticket.opened'],
    body: SecurityReport,
    status: 201,
    reply: SecurityNotice,
    problems: ['request.invalid'],
  }),
  list: endpoint({ method: 'GET', path, summary: 'List security notices', description: 'Reported ones, and surges that were detected.', access: permitted('change.read'), scope: 'changes', query: ListQuery, status: 200, reply: SecurityList, problems: ['request.invalid'] }),
};

export const adminSecurityApi = {
  list: endpoint({ method: 'GET', path: admin, summary: 'Security notices of all tenants', access: permitted('change.see'), query: ListQuery, status: 200, reply: SecurityList, problems: ['request.invalid'] }),
};
