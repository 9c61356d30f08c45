import { z } from 'zod';
import { endpoint } from '../endpoint.js';
import { idOf, ListQuery, listOf } from '../fields.js';
import { permitted } from '../permission.js';
import type { ProblemCode } from '../problem.js';
import { Job, JobByJson, JobId, JobPage } from './job.js';
import { documentTypes, outputFormats, outputNames, RecognitionByJson, RecognitionOptions } from './options.js';
import { Recognition, RecognitionSummary } from './recognition.js';


/** Why what is declared of personal information is not permitted. Judged before the picture is read. */
const gateProblems = [
  'consent.filing_not_found',
  'consent.not_accepted',
  'consent.not_yet_effective',
  'consent.superseded',
  'consent.withdrawn',
  'consent.expired',
  'consent.out_of_scope',
  'consent.authorization_not_found',
  'consent.authorization_other_filing',
  'consent.authorization_superseded',
  'consent.authorization_withdrawn',
  'consent.authorization_expired',
  'consent.authorization_out_of_scope',
  'consent.authorization_without_material',
] as const satisfies readonly ProblemCode[];

/** What can be wrong with a file and with what is asked of it. */
const fileProblems = [
  ...gateProblems,
  'request.invalid',
  'request.interrupted',
  'request.too_large',
  'request.unsupported_type',
  'image.missing',
  'image.empty',
  'image.unsupported',
  'image.corrupt',
  'image.too_many_pixels',
  'image.too_many_pages',
  'image.not_fetched',
  'image.address_refused',
  'document.password_required',
  'document.password_wrong',
  'document.page_missing',
  'language.unsupported',
  'reader.unavailable',
  'recipe.not_replayable',
  'rate.exceeded',
  'rate.in_flight_exceeded',
  'allowance.exhausted',
  'capacity.busy',
  'capacity.limiter_unavailable',
  'idempotency.in_flight',
  'idempotency.mismatch',
] as const satisfies readonly ProblemCode[];

const { json: _json, ...otherForms } = outputFormats;

const FormatQuery = z.object({ format: z.enum(outputNames).optional() });

const RecognitionId = z.object({ id: idOf('rec') });

export const recognitionApi = {
  create: endpoint({
    method: 'POST',
    path: '/v1/recognitions',
    summary: 'Recognise a document',
    description:
      'Send the file as multipart `file`, as the raw body, as base64 in JSON, or name its address. The call is admitted only after the header of the file (format, size, pages) has been checked. A refused call never counts against the QPS quota. With `?async=true` the answer is 202 and a job.',
    access: permitted('recognition.make'),
    scope: 'recognise',
    closedBySuspension: true,
    audit: { none: 'Every call is a row of the ledger' },
    body: RecognitionByJson,
    upload: { mediaTypes: documentTypes, options: RecognitionOptions },
    query: RecognitionOptions.partial().extend({ async: z.stringbool().optional().describe('Answer 202 with a job at once') }),
    status: 200,
    reply: Recognition,
    later: Job,
    problems: [...fileProblems, 'recognition.deadline_exceeded', 'recognition.reader_lost', 'capacity.disk_full', 'capacity.jobs_full', 'storage.unavailable'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/recognitions',
    summary: 'List recognitions',
    description: 'Newest first, without their text.',
    access: permitted('recognition.read'),
    scope: 'results',
    query: ListQuery,
    status: 200,
    reply: listOf(RecognitionSummary).meta({ id: 'RecognitionList' }),
    problems: ['request.invalid'],
  }),
  find: endpoint({
    method: 'GET',
    path: '/v1/recognitions/{id}',
    summary: 'Read one recognition',
    description: 'In the form that `?format=` or `Accept` asks for; JSON otherwise. Only what was kept can be read again, and a searchable PDF needs the file as well.',
    access: permitted('recognition.read'),
    scope: 'results',
    params: RecognitionId,
    query: FormatQuery,
    status: 200,
    reply: Recognition,
    formats: otherForms,
    problems: ['request.invalid', 'recognition.not_found', 'recognition.not_kept', 'recognition.file_not_kept', 'output.failed', 'capacity.busy'],
  }),
};

export const jobApi = {
  create: endpoint({
    method: 'POST',
    path: '/v1/jobs',
    summary: 'Recognise documents in the background',
    description: 'One document or a batch: several multipart parts called `file`, or `documents` in JSON. The whole job counts as one call against the QPS quota. Its results are kept until you have fetched them, a day at most. Looking at them in the console is not fetching; downloading is.',
    access: permitted('recognition.make'),
    scope: 'jobs',
    closedBySuspension: true,
    audit: { none: 'Every call is a row of the ledger' },
    body: JobByJson,
    upload: { mediaTypes: documentTypes, options: RecognitionOptions, several: true },
    query: RecognitionOptions.partial(),
    status: 202,
    reply: Job,
    problems: [...fileProblems, 'capacity.jobs_full', 'storage.unavailable'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/jobs',
    summary: 'List jobs',
    description: 'Newest first.',
    access: permitted('recognition.read'),
    scope: 'jobs',
    query: ListQuery,
    status: 200,
    reply: listOf(Job.omit({ documents: true })).meta({ id: 'JobList' }),
    problems: ['request.invalid'],
  }),
  find: endpoint({
    method: 'GET',
    path: '/v1/jobs/{id}',
    summary: 'See how a job is doing',
    description: 'With `?wait=20` the answer comes when the job has ended or after that many seconds, whichever is first.',
    access: permitted('recognition.read'),
    scope: 'jobs',
    params: JobId,
    query: z.object({ wait: z.coerce.number().int().min(0).max(60).default(0).describe('Seconds to wait for the end') }),
    status: 200,
    reply: Job,
    problems: ['request.invalid', 'job.not_found', 'capacity.too_many_streams'],
  }),
  events: endpoint({
    method: 'GET',
    path: '/v1/jobs/{id}/events',
    summary: 'Follow a job',
    description: 'Server-sent events: `job` with the job whenever it changes, `page` when a page was read, and the stream ends with the job. `Last-Event-ID` resumes it.',
    access: permitted('recognition.read'),
    scope: 'jobs',
    params: JobId,
    status: 200,
    reply: Job,
    formats: { events: 'text/event-stream' },
    problems: ['request.invalid', 'job.not_found', 'capacity.too_many_streams'],
  }),
  pages: endpoint({
    method: 'GET',
    path: '/v1/jobs/{id}/pages',
    summary: 'Pages read so far',
    description: 'In the order in which they were read, while the job is still running too. `next_cursor` continues where you stopped.',
    access: permitted('recognition.read'),
    scope: 'jobs',
    params: JobId,
    query: ListQuery,
    status: 200,
    reply: z.object({ items: z.array(JobPage), next_cursor: z.string().nullable().describe('Null when the job has ended and these were the last') }).meta({ id: 'JobPages' }),
    problems: ['request.invalid', 'job.not_found', 'job.expired'],
  }),
  document: endpoint({
    method: 'GET',
    path: '/v1/jobs/{id}/documents/{number}',
    summary: 'The result of one document',
    description: 'In the form that `?format=` or `Accept` asks for; JSON otherwise.',
    access: permitted('recognition.read'),
    scope: 'jobs',
    params: z.object({ id: idOf('job'), number: z.coerce.number().int().min(1).max(100) }),
    query: FormatQuery,
    status: 200,
    reply: Recognition,
    formats: otherForms,
    problems: ['request.invalid', 'job.not_found', 'job.not_finished', 'job.expired', 'output.failed', 'capacity.busy'],
  }),
  cancel: endpoint({
    method: 'DELETE',
    path: '/v1/jobs/{id}',
    summary: 'Cancel a job',
    description: 'Stops the reading within a second and erases the files and what was read so far. Cancelling a job that has ended erases its results.',
    access: permitted('recognition.make'),
    scope: 'jobs',
    audit: 'job.cancelled',
    params: JobId,
    status: 200,
    reply: Job,
    problems: ['request.invalid', 'job.not_found'],
  }),
};

