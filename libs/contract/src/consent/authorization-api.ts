import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { Day, idOf, listOf } from '../fields.js';
import { permitted } from '../permission.js';
import { Authorization, AuthorizationQuery, AuthorizationRequest, AuthorizationSearch, BulkCommitments, BulkCommitted, KeepingCalendar, MATERIAL_MAX_BYTES, MaterialUpload } from './authorization.js';

const AuthorizationId = z.object({ id: idOf('aut') });

/** A line of commitments is some 250 bytes; the file of a material grows by a third in base64. */
const BULK_MAX_BYTES = 8_000_000;
const UPLOAD_MAX_BYTES = Math.ceil(MATERIAL_MAX_BYTES / 3) * 4 + 1_024;

export const authorizationApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/authorizations',
    summary: 'List authorisations',
    description: 'Newest first.',
    access: permitted('authorization.read'),
    scope: 'consent',
    query: AuthorizationQuery,
    status: 200,
    reply: listOf(Authorization).meta({ id: 'AuthorizationList' }),
    problems: ['request.invalid'],
  }),
  search: endpoint({
    method: 'POST',
    path: '/v1/authorizations/search',
    summary: 'Find the authorisations of one person',
    description: 'By your own reference for them, which is compared as a keyed hash. Newest first, the last hundred.',
    access: permitted('authorization.keep'),
    scope: 'consent',
    audit: { none: 'It only reads; the reference stands in the body so that no address tells it' },
    body: AuthorizationSearch,
    status: 200,
    reply: z.object({ items: z.array(Authorization) }).meta({ id: 'AuthorizationFinds' }),
    problems: ['request.invalid'],
  }),
  calendar: endpoint({
    method: 'GET',
    path: '/v1/authorizations/calendar',
    summary: 'Until when what must be kept',
    description: 'For a year from a day on: how many authorisations’ material is kept through each day and no longer. Six calendar months from the latest of the last recognition relying on it, its withdrawal and its expiry; the start day does not count.',
    access: permitted('authorization.read'),
    scope: 'consent',
    query: z.object({ from: Day.optional().describe('Today when absent') }),
    status: 200,
    reply: KeepingCalendar,
    problems: ['request.invalid'],
  }),
  create: endpoint({
    method: 'POST',
    path: '/v1/authorizations',
    summary: 'Record what one person agreed to',
    description: 'With a `commitment` you keep the material yourself; without one the vault waits for it.',
    access: permitted('authorization.keep'),
    scope: 'consent',
    audit: 'authorization.recorded',
    body: AuthorizationRequest,
    status: 201,
    reply: Authorization,
    problems: ['request.invalid', 'consent.filing_not_found', 'consent.not_accepted'],
  }),
  bulk: endpoint({
    method: 'POST',
    path: '/v1/authorizations/bulk',
    summary: 'Record up to 10,000 commitments',
    description: 'As JSON; as `application/x-ndjson`, one line each; or as `text/csv` with a head line, lists in one cell separated by `|`. `filing` and `version` stand in the query then. All lines are recorded or none: where some do not match, each is named.',
    access: permitted('authorization.keep'),
    scope: 'consent',
    audit: 'authorization.recorded_in_bulk',
    query: BulkCommitments.pick({ filing: true, version: true }).partial(),
    body: BulkCommitments,
    jsonMaxBytes: BULK_MAX_BYTES,
    takesLines: true,
    status: 201,
    reply: BulkCommitted,
    problems: ['request.invalid', 'consent.filing_not_found', 'consent.not_accepted'],
  }),
  find: endpoint({ method: 'GET', path: '/v1/authorizations/{id}', summary: 'Read one authorisation', access: permitted('authorization.read'), scope: 'consent', params: AuthorizationId, status: 200, reply: Authorization, problems: ['request.invalid', 'authorization.not_found'] }),
  keepMaterial: endpoint({
    method: 'POST',
    path: '/v1/authorizations/{id}/material',
    summary: 'Put the material of an authorisation into the vault',
    description: 'Sealed under a data key of its own. What lies there is not replaced.',
    access: permitted('authorization.keep'),
    scope: 'consent',
    audit: 'authorization.material_kept',
    params: AuthorizationId,
    body: MaterialUpload,
    jsonMaxBytes: UPLOAD_MAX_BYTES,
    status: 200,
    reply: Authorization,
    problems: ['request.invalid', 'authorization.not_found', 'authorization.not_in_vault', 'authorization.material_kept'],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/v1/authorizations/{id}/withdraw',
    summary: 'Withdraw an authorisation',
    description: 'From then on no new call may rely on it, on any node. What was recognised before stays as it is.',
    access: permitted('authorization.keep'),
    scope: 'consent',
    audit: 'authorization.withdrawn',
    params: AuthorizationId,
    status: 200,
    reply: Authorization,
    problems: ['request.invalid', 'authorization.not_found', 'authorization.already_withdrawn'],
  }),
};
