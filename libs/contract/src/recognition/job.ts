import { z } from 'zod';
import { idOf, Moment, wordsUpTo } from '../fields.js';
import { PartProblem } from '../problem.js';
import { ImageSource, RecognitionOptions } from './options.js';
import { PageReading } from './page.js';

export const jobStates = ['queued', 'running', 'succeeded', 'partial', 'failed', 'canceled'] as const;
/** States a job never leaves. */
export const endStates = ['succeeded', 'partial', 'failed', 'canceled'] as const;

export const JobByJson = RecognitionOptions.extend({
  documents: z.array(z.strictObject({ image: ImageSource, tag: wordsUpTo(64).optional() })).min(1).max(100),
}).meta({ id: 'JobByJson' });

export const JobDocument = z
  .object({
    number: z.int().min(1),
    tag: z.string().nullable(),
    status: z.enum(jobStates),
    pages: z.int().nullable().describe('Pages to read; null until the file was opened'),
    pages_done: z.int(),
    recognition: idOf('rec').nullable().describe('The result, once there is one'),
    problem: PartProblem.nullable().describe('Why it failed'),
  })
  .meta({ id: 'JobDocument' });

export const Job = z
  .object({
    id: idOf('job'),
    status: z.enum(jobStates).describe('`partial` when some documents or pages could not be read'),
    request_id: z.string(),
    tag: z.string().nullable(),
    channel: z.enum(['api', 'console']),
    created_at: Moment,
    started_at: Moment.nullable(),
    finished_at: Moment.nullable(),
    expires_at: Moment.describe('When results are erased: some minutes after they were fetched, and at the latest a day after the end'),
    position: z.int().nullable().describe('Documents of anybody that are before this job in the queue; null once it runs'),
    waiting: z
      .object({ maintenance: idOf('mnt'), until: Moment.describe('Its announced end; past when the work takes longer') })
      .nullable()
      .describe('The maintenance that holds it back in the queue. It keeps its place, and goes on by itself within seconds after the work is over; null when nothing holds it'),
    progress: z.object({ documents: z.int(), documents_done: z.int(), pages: z.int().nullable().describe('Null until every file was opened'), pages_done: z.int() }),
    documents: z.array(JobDocument),
    usage: z.object({ pages: z.int(), billed_pages: z.int() }).describe('Pages of documents that were read to their end. Of one that was cancelled or failed, those that had been handed out before'),
  })
  .meta({ id: 'Job' });
export type Job = z.infer<typeof Job>;

/** One page of a job's result, as soon as it is read. */
export const JobPage = z.object({ document: z.int().min(1), page: PageReading }).meta({ id: 'JobPage' });
export type JobPage = z.infer<typeof JobPage>;

export const JobId = z.object({ id: idOf('job') });
