import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf } from '../fields.js';
import { permitted } from '../permission.js';
import { Filing, FilingAcceptance, FilingChange, FilingDifference, FILING_FILE_JSON_MAX_BYTES, FilingFile, FilingFileRequest, FilingReason, FilingReceipt, FilingRequest, FilingRevision, FilingTextRequest, FilingVerdict, FilingVersion, FilingWords, QueuedFiling, ReadFilingText, ReviewedFiling } from './filing.js';
import { FilingExport, FilingExportQuery, FilingExportVisit } from './filing-export.js';
import { filingStates } from './vocabulary.js';

const FilingId = z.object({ id: idOf('flg') });
const VersionId = z.object({ id: idOf('flg'), version: idOf('flv') });
const FileId = z.object({ id: idOf('flg'), file: idOf('fil') });
const Which = ListQuery.extend({ state: z.enum(filingStates).optional().describe('Filings with a version in this state') });
const ReceiptForm = z.object({ format: z.enum(['json', 'pdf']).default('json') });

const read = permitted('filing.read');
const keep = permitted('filing.keep');
const asDraft = ['request.invalid', 'filing.not_found', 'filing.not_editable'] as const;
const pdf = { pdf: 'application/pdf' };
const zip = { zip: 'application/zip' };
/** A file as it was put in, of the media type it has. */
const Bytes = z.string();
const bytes = { file: 'application/octet-stream' };

/** 授权文本报备: the texts by which a tenant asks people for their consent (agreement 三.1(5)). */
export const filingApi = {
  list: endpoint({ method: 'GET', path: '/v1/consent-filings', summary: 'List filed texts', access: read, scope: 'consent', query: Which, status: 200, reply: listOf(Filing).meta({ id: 'FilingList' }), problems: ['request.invalid'] }),
  create: endpoint({
    method: 'POST',
    path: '/v1/consent-filings',
    summary: 'Begin a filing',
    description: 'Makes a draft of version 1 with whatever is known of it. What is still missing is told by `checks`, one by one.',
    access: keep,
    scope: 'consent',
    audit: 'filing.drafted',
    body: FilingRequest,
    status: 201,
    reply: FilingVersion,
    problems: ['request.invalid'],
  }),
  readText: endpoint({
    method: 'POST',
    path: '/v1/consent-filings/text',
    summary: 'Read a file to text',
    description: 'Takes the text out of a PDF, a picture or a DOCX, so that it need not be typed again. Not billed, and nothing of it is kept.',
    access: keep,
    scope: 'consent',
    audit: { none: 'Nothing is kept and nothing changes' },
    body: FilingTextRequest,
    jsonMaxBytes: FILING_FILE_JSON_MAX_BYTES,
    status: 200,
    reply: ReadFilingText,
    problems: ['request.invalid', 'request.too_large', 'image.unsupported', 'image.corrupt', 'image.empty', 'image.too_many_pixels', 'image.too_many_pages', 'document.password_required', 'language.unsupported', 'capacity.busy', 'recognition.deadline_exceeded', 'recognition.reader_lost'],
  }),
  find: endpoint({ method: 'GET', path: '/v1/consent-filings/{id}', summary: 'Read a filing', description: 'With all its versions.', access: read, scope: 'consent', params: FilingId, status: 200, reply: Filing, problems: ['request.invalid', 'filing.not_found'] }),
  version: endpoint({ method: 'GET', path: '/v1/consent-filings/{id}/versions/{version}', summary: 'Read a version', description: 'Its text, what is marked in it, its files, its checks, and what was said about it.', access: read, scope: 'consent', params: VersionId, status: 200, reply: FilingVersion, problems: ['request.invalid', 'filing.not_found'] }),
  difference: endpoint({ method: 'GET', path: '/v1/consent-filings/{id}/versions/{version}/difference', summary: 'Compare a version with the one accepted before', access: read, scope: 'consent', params: VersionId, status: 200, reply: FilingDifference, problems: ['request.invalid', 'filing.not_found'] }),
  revise: endpoint({
    method: 'POST',
    path: '/v1/consent-filings/{id}/versions',
    summary: 'Begin a new version',
    description: 'A draft that begins with what an earlier version says and marks, the newest unless told otherwise. The version in force stays in force until the new one is accepted. Files are put in anew.',
    access: keep,
    scope: 'consent',
    audit: 'filing.drafted',
    params: FilingId,
    body: FilingRevision,
    status: 201,
    reply: FilingVersion,
    problems: ['request.invalid', 'filing.not_found', 'filing.draft_waiting'],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/v1/consent-filings/{id}/draft',
    summary: 'Change the draft',
    description: 'Also while it waits for correction. When the text changes and `spans` are not given, marks stay with the words they mark as far as these are still there.',
    access: keep,
    scope: 'consent',
    settings: 'none',
    audit: 'filing.changed',
    params: FilingId,
    body: FilingChange,
    status: 200,
    reply: FilingVersion,
    problems: asDraft,
  }),
  discard: endpoint({ method: 'DELETE', path: '/v1/consent-filings/{id}/draft', summary: 'Discard a draft', description: 'One that was never handed in, with its files. A filing without another version goes with it.', access: keep, scope: 'consent', audit: 'filing.discarded', params: FilingId, status: 204, problems: asDraft }),
  addFile: endpoint({ method: 'POST', path: '/v1/consent-filings/{id}/files', summary: 'Add a file to the draft', access: keep, scope: 'consent', audit: 'filing.file_added', params: FilingId, body: FilingFileRequest, jsonMaxBytes: FILING_FILE_JSON_MAX_BYTES, status: 201, reply: FilingFile, problems: [...asDraft, 'request.too_large', 'image.unsupported', 'filing.too_many_files'] }),
  readFile: endpoint({ method: 'GET', path: '/v1/consent-filings/{id}/files/{file}', summary: 'Fetch a file', access: read, scope: 'consent', params: FileId, status: 200, reply: Bytes, formats: bytes, problems: ['request.invalid', 'filing.not_found'] }),
  removeFile: endpoint({ method: 'DELETE', path: '/v1/consent-filings/{id}/files/{file}', summary: 'Remove a file from the draft', access: keep, scope: 'consent', audit: 'filing.file_removed', params: FileId, status: 204, problems: asDraft }),
  submit: endpoint({
    method: 'POST',
    path: '/v1/consent-filings/{id}/submission',
    summary: 'Hand the draft in',
    description: 'Refused while an element is missing, with `errors` that name each. From then on its content stands.',
    access: keep,
    scope: 'consent',
    audit: 'filing.submitted',
    params: FilingId,
    status: 200,
    reply: FilingVersion,
    problems: [...asDraft, 'filing.incomplete'],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/v1/consent-filings/{id}/versions/{version}/withdrawal',
    summary: 'Withdraw a version',
    description: 'Takes effect at once: no call may rely on it from then on. One that still waits for the provider is taken out of its queue.',
    access: keep,
    scope: 'consent',
    audit: 'filing.withdrawn',
    stepUp: true,
    params: VersionId,
    body: FilingReason,
    status: 200,
    reply: FilingVersion,
    problems: ['request.invalid', 'filing.not_found', 'filing.ended'],
  }),
  comment: endpoint({ method: 'POST', path: '/v1/consent-filings/{id}/versions/{version}/comments', summary: 'Say something about a version', description: 'Both sides read it.', access: keep, scope: 'consent', audit: 'filing.commented', params: VersionId, body: FilingWords, status: 201, reply: FilingVersion, problems: ['request.invalid', 'filing.not_found', 'filing.not_submitted'] }),
  receipt: endpoint({
    method: 'GET',
    path: '/v1/consent-filings/{id}/versions/{version}/receipt',
    summary: 'The receipt of an acceptance',
    description: 'Signed, for you to keep. It says that the text was taken on file with its elements present, and that your own duties stay.',
    access: read,
    scope: 'consent',
    params: VersionId,
    query: ReceiptForm,
    status: 200,
    reply: FilingReceipt,
    formats: pdf,
    problems: ['request.invalid', 'filing.not_found', 'filing.not_accepted'],
  }),
  export: endpoint({
    method: 'GET',
    path: '/v1/consent-filings/{id}/export',
    summary: 'Everything about a filing on a day',
    description: 'As JSON with counts, or as a ZIP with every authorisation, call and finding line by line, the receipts, the certificates of what was erased since, and the entries of the audit log with what links them to a signed head. The ZIP is signed and can be verified offline. Holds no recognised text.',
    access: permitted('filing.export'),
    audit: 'filing.exported',
    params: FilingId,
    query: FilingExportQuery,
    status: 200,
    reply: FilingExport,
    formats: zip,
    problems: ['request.invalid', 'filing.not_found'],
  }),
};

const ReviewedId = z.object({ version: idOf('flv') });
const ReviewedFileId = z.object({ version: idOf('flv'), file: idOf('fil') });
const Queue = ListQuery.extend({ state: z.enum(filingStates).exclude(['draft']).default('submitted') });
const inspect = permitted('filing.inspect');
const review = permitted('filing.review');
const decided = ['request.invalid', 'filing.not_found', 'filing.not_submitted', 'filing.changed', 'filing.own'] as const;

/** 报备审核: the provider takes texts on file. It looks at their elements and gives no verdict on them. */
export const adminFilingApi = {
  list: endpoint({ method: 'GET', path: '/v1/admin/consent-filings', summary: 'List versions that were handed in', description: 'Those that wait for the provider, whoever waits longest first; in other states, newest first.', access: inspect, query: Queue, status: 200, reply: listOf(QueuedFiling).meta({ id: 'QueuedFilingList' }), problems: ['request.invalid'] }),
  find: endpoint({ method: 'GET', path: '/v1/admin/consent-filings/{version}', summary: 'Read a version', access: inspect, params: ReviewedId, status: 200, reply: ReviewedFiling, problems: ['request.invalid', 'filing.not_found'] }),
  difference: endpoint({ method: 'GET', path: '/v1/admin/consent-filings/{version}/difference', summary: 'Compare a version with the one accepted before', access: inspect, params: ReviewedId, status: 200, reply: FilingDifference, problems: ['request.invalid', 'filing.not_found'] }),
  readFile: endpoint({ method: 'GET', path: '/v1/admin/consent-filings/{version}/files/{file}', summary: 'Fetch a file of a version', access: inspect, params: ReviewedFileId, status: 200, reply: Bytes, formats: bytes, problems: ['request.invalid', 'filing.not_found'] }),
  receipt: endpoint({ method: 'GET', path: '/v1/admin/consent-filings/{version}/receipt', summary: 'The receipt of an acceptance', access: inspect, params: ReviewedId, query: ReceiptForm, status: 200, reply: FilingReceipt, formats: pdf, problems: ['request.invalid', 'filing.not_found', 'filing.not_accepted'] }),
  export: endpoint({
    method: 'GET',
    path: '/v1/admin/consent-filings/{version}/export',
    summary: 'Everything about the filing of a version on a day',
    description: "The same as the tenant's own. Both logs say that you took it, and why.",
    access: permitted('filing.export_any'),
    audit: 'filing.exported',
    params: ReviewedId,
    query: FilingExportVisit,
    status: 200,
    reply: FilingExport,
    formats: zip,
    problems: ['request.invalid', 'filing.not_found'],
  }),
  comment: endpoint({ method: 'POST', path: '/v1/admin/consent-filings/{version}/comments', summary: 'Say something about a version', description: 'Both sides read it.', access: review, audit: 'filing.commented', params: ReviewedId, body: FilingWords, status: 201, reply: ReviewedFiling, problems: ['request.invalid', 'filing.not_found', 'filing.not_submitted'] }),
  requestCorrection: endpoint({ method: 'POST', path: '/v1/admin/consent-filings/{version}/correction', summary: 'Send a version back for correction', access: review, audit: 'filing.correction_requested', params: ReviewedId, body: FilingVerdict, status: 200, reply: ReviewedFiling, problems: decided }),
  accept: endpoint({
    method: 'POST',
    path: '/v1/admin/consent-filings/{version}/acceptance',
    summary: 'Accept a version for filing',
    description: 'By somebody who did not hand it in. Says that its elements are present and judges nothing else. The version that was in force is superseded in the same instant, or, when this one is to be used from a later day on, when that day begins in Asia/Shanghai.',
    access: review,
    audit: ['filing.accepted', 'filing.superseded'],
    params: ReviewedId,
    body: FilingAcceptance,
    status: 200,
    reply: ReviewedFiling,
    problems: [...decided, 'filing.incomplete'],
  }),
  refuse: endpoint({ method: 'POST', path: '/v1/admin/consent-filings/{version}/refusal', summary: 'Refuse to take a version on file', access: review, audit: 'filing.refused', params: ReviewedId, body: FilingVerdict, status: 200, reply: ReviewedFiling, problems: decided }),
};
