import { z } from 'zod';
import { AuditCheckpoint } from '../audit.js';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf } from '../fields.js';
import { permitted } from '../permission.js';
import { FormRequest, FormSlug, ForwardedRequest, ForwardedSummary, IdentityCheck, NewSubjectRequest, openRequestStates, PublicForm, RequestAnswer, RequestDesk, RequestDeskChange, RequestExtension, requestKinds, requestStates, RequestStatus, RequestTaskSettling, SubjectRequest, SubjectRequestSummary } from './request.js';

const RequestId = z.object({ id: idOf('dsr') });
const listing = ListQuery.extend({ state: z.enum([...requestStates, 'open', 'overdue']).optional().describe(`\`open\`: ${openRequestStates.join(', ')}`), kind: z.enum(requestKinds).optional() });
const changing = ['request.invalid', 'dsr.not_found', 'dsr.ended'] as const;
const path = '/v1/data-subject-requests';

const SubjectRequestProof = z
  .object({ v: z.literal(1), tenant: z.object({ id: idOf('ten'), name: z.string() }), request: SubjectRequest, issued_at: z.iso.datetime(), request_sha256: z.string().describe('Of `request` as canonical JSON (RFC 8785)'), checkpoint: AuditCheckpoint.nullable().describe('The newest signed head of your audit log, which holds each step') })
  .meta({ id: 'SubjectRequestProof' });
export type SubjectRequestProof = z.infer<typeof SubjectRequestProof>;

export const subjectRequestApi = {
  create: endpoint({
    method: 'POST',
    path,
    summary: 'Take in a request of a person',
    description: 'One that reached you in another way than the form: by letter, in your own app, at a counter. You vouch for the address, so it counts as confirmed.',
    access: permitted('request.keep'),
    scope: 'consent',
    audit: 'subject_request.received',
    body: NewSubjectRequest,
    status: 201,
    reply: SubjectRequest,
    problems: ['request.invalid'],
  }),
  list: endpoint({ method: 'GET', path, summary: 'List requests of people', access: permitted('request.read'), scope: 'consent', query: listing, status: 200, reply: listOf(SubjectRequestSummary).meta({ id: 'SubjectRequestList' }), problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: `${path}/{id}`, summary: 'Read a request', access: permitted('request.read'), scope: 'consent', params: RequestId, status: 200, reply: SubjectRequest, problems: ['request.invalid', 'dsr.not_found'] }),
  identify: endpoint({
    method: 'PUT',
    path: `${path}/{id}/identification`,
    summary: 'Record how you know who asks',
    description: 'May be recorded again while the request is open. With a reference the authorisations of the person are found.',
    access: permitted('request.keep'),
    scope: 'consent',
    settings: 'none',
    audit: 'subject_request.identified',
    params: RequestId,
    body: IdentityCheck,
    status: 200,
    reply: SubjectRequest,
    problems: changing,
  }),
  begin: endpoint({
    method: 'POST',
    path: `${path}/{id}/work`,
    summary: 'Begin to carry a request out',
    description: 'Makes its tasks. A withdrawal takes back at once every authorisation of the person that has not expired: no new call may rely on them, and what was done before stands.',
    access: permitted('request.keep'),
    scope: 'consent',
    audit: ['subject_request.began', 'authorization.withdrawn'],
    params: RequestId,
    status: 200,
    reply: SubjectRequest,
    problems: [...changing, 'dsr.not_identified'],
  }),
  settle: endpoint({
    method: 'PUT',
    path: `${path}/{id}/tasks/{task}`,
    summary: 'Settle a task',
    description: 'Settling `erase_results` or `erase_material` as done erases what is kept here of the person, now and for good, and brings the certificate of it; only a member can. While something of it is under a period or a hold, it is refused with what stays.',
    access: permitted('request.keep'),
    scope: 'consent',
    settings: 'none',
    audit: ['subject_request.task_settled', 'deletion.requested'],
    stepUp: true,
    params: z.object({ id: idOf('dsr'), task: idOf('dst') }),
    body: RequestTaskSettling,
    status: 200,
    reply: SubjectRequest,
    problems: [...changing, 'dsr.not_identified', 'dsr.tasks_open', 'retention.held', 'retention.not_over', 'deletion.changed', 'deletion.not_certified'],
  }),
  extend: endpoint({
    method: 'POST',
    path: `${path}/{id}/extension`,
    summary: 'Take more time, once',
    access: permitted('request.keep'),
    scope: 'consent',
    audit: 'subject_request.extended',
    params: RequestId,
    body: RequestExtension,
    status: 200,
    reply: SubjectRequest,
    problems: [...changing, 'dsr.extended'],
  }),
  answer: endpoint({
    method: 'POST',
    path: `${path}/{id}/answer`,
    summary: 'Answer or refuse a request',
    description: 'The person is told by mail that there is an answer, and reads it behind their link. A refusal needs a reason; an answer needs every task settled.',
    access: permitted('request.keep'),
    scope: 'consent',
    audit: ['subject_request.answered', 'subject_request.refused', 'subject_request.withdrawn'],
    params: RequestId,
    body: RequestAnswer,
    status: 200,
    reply: SubjectRequest,
    problems: [...changing, 'dsr.not_identified', 'dsr.tasks_open'],
  }),
  proof: endpoint({
    method: 'GET',
    path: `${path}/{id}/proof`,
    summary: 'The proof of a request',
    description: 'What was asked and when, every step, what was done, the certificates, and the checkpoint of the audit log that covers it. `?format=html` is for printing.',
    access: permitted('request.read'),
    scope: 'consent',
    params: RequestId,
    query: z.object({ format: z.enum(['json', 'html']).default('json') }),
    status: 200,
    reply: SubjectRequestProof,
    formats: { html: 'text/html' },
    problems: ['request.invalid', 'dsr.not_found'],
  }),
  desk: endpoint({ method: 'GET', path: '/v1/data-subject-request-desk', summary: 'Where people write to you', access: permitted('request.read'), scope: 'consent', status: 200, reply: RequestDesk, problems: [] }),
  changeDesk: endpoint({ method: 'PATCH', path: '/v1/data-subject-request-desk', summary: 'Open, close or move your form', access: permitted('request.keep'), scope: 'consent', settings: 'none', audit: 'request_desk.changed', body: RequestDeskChange, status: 200, reply: RequestDesk, problems: ['request.invalid'] }),
};

const Token = z.strictObject({ link: z.string().min(20).max(200).describe('What stands behind the # of the link') });
const byLink = ['request.invalid', 'dsr.link_void', 'dsr.throttled'] as const;

/** For people who have no account here. Nothing of theirs stands in an address. */
export const requestFormApi = {
  find: endpoint({ method: 'GET', path: '/v1/request-forms/{slug}', summary: 'The form of a tenant', access: permitted('public'), params: z.object({ slug: FormSlug }), status: 200, reply: PublicForm, problems: ['request.invalid', 'form.not_found'] }),
  send: endpoint({
    method: 'POST',
    path: '/v1/request-forms/{slug}',
    summary: 'Ask a tenant for something about yourself',
    description: 'The address gets a mail with a link, by which the request is confirmed and followed. Open while the tenant is suspended.',
    access: permitted('public'),
    audit: 'subject_request.received',
    params: z.object({ slug: FormSlug }),
    body: FormRequest,
    status: 204,
    problems: ['request.invalid', 'form.not_found', 'dsr.throttled'],
  }),
  status: endpoint({ method: 'POST', path: '/v1/request-links/status', summary: 'How a request stands', access: permitted('public'), audit: { none: 'Only reads; the link stands in the body, so that it stands in no address' }, body: Token, status: 200, reply: RequestStatus, problems: byLink }),
  confirm: endpoint({ method: 'POST', path: '/v1/request-links/confirmation', summary: 'Confirm the address of a request', access: permitted('public'), audit: 'subject_request.confirmed', body: Token, status: 200, reply: RequestStatus, problems: byLink }),
  withdraw: endpoint({ method: 'POST', path: '/v1/request-links/withdrawal', summary: 'Take a request back', access: permitted('public'), audit: 'subject_request.withdrawn', body: Token, status: 200, reply: RequestStatus, problems: [...byLink, 'dsr.ended'] }),
};

/** A person who writes to the provider is passed on to the tenant they mean. */
export const adminRequestApi = {
  forward: endpoint({
    method: 'POST',
    path: '/v1/admin/data-subject-requests',
    summary: 'Pass a request on to a tenant',
    description: 'The tenant answers it, and is told by mail. The person gets the same link as from the form. What they wrote belongs to the tenant from then on, and no address of the provider shows it again.',
    access: permitted('request.forward'),
    audit: 'subject_request.forwarded',
    body: ForwardedRequest,
    status: 201,
    reply: ForwardedSummary,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  list: endpoint({ method: 'GET', path: '/v1/admin/data-subject-requests', summary: 'Requests that were passed on', access: permitted('request.see'), query: ListQuery, status: 200, reply: listOf(ForwardedSummary).meta({ id: 'ForwardedRequestList' }), problems: ['request.invalid'] }),
};
