import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf } from '../fields.js';
import { permitted } from '../permission.js';
import { maintenanceStates } from './component.js';
import { MaintenanceRecipients, RecipientsQuery } from './recipients.js';
import { MaintenanceAct, MaintenanceNotice, MaintenancePreview, MaintenanceRequest, MaintenanceWindow, WholeMaintenanceNotice, WholeMaintenanceWindow } from './window.js';

const WindowId = z.object({ id: idOf('mnt') });
const found = ['request.invalid', 'maintenance.not_found'] as const;
const path = '/v1/maintenance-notices';

export const maintenanceNoticeApi = {
  list: endpoint({
    method: 'GET',
    path,
    summary: 'List maintenance notices',
    description: 'Those that concern your tenant, past and to come. Open during maintenance and while suspended.',
    access: permitted('maintenance.read'),
    scope: 'any',
    query: ListQuery.extend({ which: z.enum(['all', 'standing']).default('all').describe('`standing`: announced, and not over') }),
    status: 200,
    reply: listOf(MaintenanceNotice).meta({ id: 'MaintenanceNoticeList' }),
    problems: ['request.invalid'],
  }),
  find: endpoint({
    method: 'GET',
    path: `${path}/{id}`,
    summary: 'Read a maintenance notice',
    description: 'With all that was announced of it before.',
    access: permitted('maintenance.read'),
    scope: 'any',
    params: WindowId,
    status: 200,
    reply: WholeMaintenanceNotice,
    problems: found,
  }),
};

const planner = '/v1/admin/maintenance';

export const adminMaintenanceApi = {
  list: endpoint({
    method: 'GET',
    path: planner,
    summary: 'List maintenance windows',
    access: permitted('maintenance.see'),
    query: ListQuery.extend({ state: z.enum(maintenanceStates).optional() }),
    status: 200,
    reply: listOf(MaintenanceWindow).meta({ id: 'MaintenanceWindowList' }),
    problems: ['request.invalid'],
  }),
  standing: endpoint({
    method: 'GET',
    path: `${planner}/standing`,
    summary: 'What was announced and is not over',
    description: 'Earliest first. The consoles show it above every page.',
    access: permitted('maintenance.see'),
    status: 200,
    reply: z.object({ items: z.array(MaintenanceNotice) }).meta({ id: 'StandingMaintenance' }),
    problems: [],
  }),
  find: endpoint({ method: 'GET', path: `${planner}/{id}`, summary: 'Read a maintenance window', access: permitted('maintenance.see'), params: WindowId, status: 200, reply: WholeMaintenanceWindow, problems: found }),
  preview: endpoint({
    method: 'GET',
    path: `${planner}/{id}/preview`,
    summary: 'Who would be told what, and when',
    description: 'Were it announced now.',
    access: permitted('maintenance.see'),
    params: WindowId,
    status: 200,
    reply: MaintenancePreview,
    problems: found,
  }),
  recipients: endpoint({
    method: 'GET',
    path: `${planner}/{id}/recipients`,
    summary: 'Exactly who would be told, and how',
    description: 'Tenant by tenant, each person and channel, found as they are when the message is sent: by plan, components, role and wish as they stand now. With `?format=csv` all of them as one file.',
    access: permitted('maintenance.see'),
    params: WindowId,
    query: RecipientsQuery,
    status: 200,
    reply: MaintenanceRecipients,
    formats: { csv: 'text/csv' },
    problems: found,
  }),
  draft: endpoint({
    method: 'POST',
    path: planner,
    summary: 'Draft a maintenance window',
    description: 'Nobody is told of a draft.',
    access: permitted('maintenance.keep'),
    audit: 'maintenance.drafted',
    body: MaintenanceRequest,
    status: 201,
    reply: WholeMaintenanceWindow,
    problems: ['request.invalid', 'plan.unknown'],
  }),
  change: endpoint({
    method: 'PUT',
    path: `${planner}/{id}`,
    summary: 'Change a maintenance window',
    description:
      'A draft is rewritten, and a request for a second person asks anew. After the announcement it becomes a new version, which is told; earlier ones stay readable. Of planned work, start, end, components, impact, plans, kind, and whether it begins or ends by itself change only once another person approves: until then what was announced is in force, `change` says what waits, and another change takes its place and asks anew. Words alone (title, text, reason, rollback plan) and an emergency that stays one change at once.',
    access: permitted('maintenance.keep'),
    audit: ['approval.requested', 'maintenance.changed'],
    params: WindowId,
    body: MaintenanceRequest,
    status: 200,
    reply: WholeMaintenanceWindow,
    problems: [...found, 'plan.unknown', 'maintenance.state_wrong', 'maintenance.times_wrong', 'maintenance.reason_required'],
  }),
  act: endpoint({
    method: 'POST',
    path: `${planner}/{id}/acts`,
    summary: 'Announce, start, verify, complete, extend or cancel maintenance',
    description: 'To announce planned work takes a second person: the request waits under approvals. An emergency is announced at once, and the second person confirms it afterwards.',
    access: permitted('maintenance.keep'),
    audit: ['approval.requested', 'maintenance.published', 'maintenance.started', 'maintenance.verifying', 'maintenance.resumed', 'maintenance.completed', 'maintenance.extended', 'maintenance.cancelled'],
    params: WindowId,
    body: MaintenanceAct,
    status: 200,
    reply: WholeMaintenanceWindow,
    problems: [...found, 'maintenance.state_wrong', 'maintenance.too_early', 'maintenance.times_wrong', 'maintenance.reason_required'],
  }),
};
