import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf } from '../fields.js';
import { permitted } from '../permission.js';
import { Inspection, InspectionFileContent, InspectionFileUpload, InspectionForStaff, InspectionItem, InspectionRequest, inspectionStates, InspectionSummary, ItemAnswer, ItemVerdict, OverallVerdict } from './inspection.js';

const path = '/v1/inspections';
const adminPath = '/v1/admin/inspections';
const InspectionId = z.object({ id: idOf('isp') });
const ItemId = z.object({ id: idOf('isp'), item: idOf('isi') });
const FileId = ItemId.extend({ file: idOf('isf') });
const listing = ListQuery.extend({ state: z.enum([...inspectionStates, 'late']).optional().describe('`late`: not answered in time, and not closed yet') });
const reading = ['request.invalid', 'inspection.not_found'] as const;
const answering = [...reading, 'inspection.closed', 'inspection.item_judged'] as const;
const list = listOf(InspectionSummary).meta({ id: 'InspectionList' });

export const inspectionApi = {
  list: endpoint({ method: 'GET', path, summary: 'List inspections', access: permitted('inspection.read'), scope: 'consent', query: listing, status: 200, reply: list, problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: `${path}/{id}`, summary: 'Read an inspection', access: permitted('inspection.read'), scope: 'consent', params: InspectionId, status: 200, reply: Inspection, problems: reading }),
  answer: endpoint({
    method: 'PUT',
    path: `${path}/{id}/items/{item}`,
    summary: 'Answer an item',
    description: 'Saved as it is; what is missing is named. A commitment is revealed by its salt and its original, and both sides see whether they give the commitment. Members that are left out stay as they are.',
    access: permitted('inspection.answer'),
    scope: 'consent',
    settings: 'none',
    audit: 'inspection.item_answered',
    params: ItemId,
    body: ItemAnswer,
    status: 200,
    reply: InspectionItem,
    problems: answering,
  }),
  addFile: endpoint({
    method: 'POST',
    path: `${path}/{id}/items/{item}/files`,
    summary: 'Show a file',
    description: 'Up to ten million bytes. The original of a commitment is hashed with its salt as it comes. Sealed under a key of its own; staff of the provider open it only for this item, and you see each opening.',
    access: permitted('inspection.answer'),
    scope: 'consent',
    audit: 'inspection.file_added',
    params: ItemId,
    body: InspectionFileUpload,
    status: 201,
    reply: InspectionItem,
    problems: [...answering, 'request.too_large', 'request.unsupported_type', 'inspection.file_empty', 'inspection.too_many_files'],
  }),
  file: endpoint({ method: 'GET', path: `${path}/{id}/items/{item}/files/{file}`, summary: 'Fetch a file you showed', access: permitted('inspection.answer'), scope: 'consent', params: FileId, status: 200, reply: InspectionFileContent, problems: reading }),
  removeFile: endpoint({ method: 'DELETE', path: `${path}/{id}/items/{item}/files/{file}`, summary: 'Take a file back', description: 'Before the item was judged.', access: permitted('inspection.answer'), scope: 'consent', audit: 'inspection.file_removed', params: FileId, status: 200, reply: InspectionItem, problems: answering }),
};

export const adminInspectionApi = {
  announce: endpoint({
    method: 'POST',
    path: adminPath,
    summary: 'Announce an inspection',
    description: 'Draws a seed, keeps it sealed and publishes its digest. What may be drawn is what was posted until now, so nothing that happens afterwards decides what will be.',
    access: permitted('inspection.keep'),
    stepUp: true,
    audit: 'inspection.announced',
    body: InspectionRequest,
    status: 201,
    reply: InspectionForStaff,
    problems: ['request.invalid', 'tenant.not_found'],
  }),
  draw: endpoint({
    method: 'POST',
    path: `${adminPath}/{id}/draw`,
    summary: 'Draw the sample',
    description: 'Opens the seed. Whoever has the ids draws the same sample again: ordered by HMAC-SHA-256(seed, id), the first ones.',
    access: permitted('inspection.keep'),
    audit: 'inspection.drawn',
    params: InspectionId,
    status: 200,
    reply: InspectionForStaff,
    problems: [...reading, 'inspection.drawn', 'inspection.nothing_to_draw'],
  }),
  list: endpoint({ method: 'GET', path: adminPath, summary: 'List inspections of all tenants', access: permitted('inspection.see'), query: listing.extend({ tenant: idOf('ten').optional() }), status: 200, reply: list, problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: `${adminPath}/{id}`, summary: 'Read an inspection', access: permitted('inspection.see'), params: InspectionId, status: 200, reply: InspectionForStaff, problems: reading }),
  open: endpoint({
    method: 'POST',
    path: `${adminPath}/{id}/items/{item}/opening`,
    summary: 'Open a drawn item',
    description: 'Only what was drawn can be opened. Written into the logs of both sides, and shown to the tenant.',
    access: permitted('inspection.keep'),
    audit: 'inspection.item_opened',
    params: ItemId,
    status: 200,
    reply: InspectionItem,
    problems: reading,
  }),
  file: endpoint({ method: 'GET', path: `${adminPath}/{id}/items/{item}/files/{file}`, summary: 'Open a file of a drawn item', access: permitted('inspection.keep'), audit: 'inspection.item_opened', params: FileId, status: 200, reply: InspectionFileContent, problems: reading }),
  judge: endpoint({ method: 'PUT', path: `${adminPath}/{id}/items/{item}/verdict`, summary: 'Say what came of an item', access: permitted('inspection.keep'), audit: 'inspection.item_judged', params: ItemId, body: ItemVerdict, status: 200, reply: InspectionForStaff, problems: [...reading, 'inspection.closed', 'inspection.unanswered'] }),
  close: endpoint({
    method: 'POST',
    path: `${adminPath}/{id}/verdict`,
    summary: 'Close an inspection',
    description: 'Once every item was judged. What was not answered in time can be judged as not shown.',
    access: permitted('inspection.keep'),
    stepUp: true,
    audit: 'inspection.closed',
    params: InspectionId,
    body: OverallVerdict,
    status: 200,
    reply: InspectionForStaff,
    problems: [...reading, 'inspection.closed', 'inspection.unjudged'],
  }),
};
