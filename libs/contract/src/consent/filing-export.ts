import { z } from 'zod';
import { Day, idOf, Moment, wordsUpTo } from '../fields.js';
import { holdScopes } from '../retention/hold.js';
import { ClassCount } from '../retention/deletion.js';
import { recordClasses, retentionBases } from '../retention/record-class.js';
import { FilingEvent, FilingVersion, FilingVersionSummary } from './filing.js';
import { inspectionStates, inspectionVerdicts } from './inspection.js';

/** Which day is asked for, and as what. */
export const FilingExportQuery = z.object({ on: Day, format: z.enum(['json', 'zip']).default('json') });
export const FilingExportVisit = FilingExportQuery.extend({ reason: wordsUpTo(500).describe('Why you look. The tenant reads it in its audit log') });

const Count = z.int().min(0);

/** What is known of a filing on a day. Long lists are told by their counts; the ZIP holds them line by line. */
export const FilingExport = z
  .object({
    v: z.literal(1),
    kind: z.literal('filing_export'),
    made_at: Moment,
    provider: z.string(),
    tenant: z.object({ id: idOf('ten'), name: z.string() }),
    filing: z.object({ id: idOf('flg'), name: z.string() }),
    day: Day,
    until: Moment.describe('The end of that day, or when this was made where the day was not over'),
    in_force: z.array(FilingVersion.omit({ review_due_at: true, checks: true, suggestions: true, events: true })).describe('Versions that were in force at some moment of that day, with their text as it stood'),
    versions: z.array(FilingVersionSummary.omit({ review_due_at: true }).extend({ events: z.array(FilingEvent).describe('What happened until the end of that day, oldest first') })).describe('Every version that was handed in by then, newest first, with the state it had then'),
    authorizations: z
      .object({
        standing: Count.describe('At the end of that day'),
        listed: Count.describe('Standing at some moment of that day'),
        recorded: Count.describe('Recorded on that day'),
        withdrawn: Count.describe('Withdrawn on that day'),
        in_vault: Count.describe('Of those listed, with their material in the vault'),
        kept_without_end: Count.describe('Of those listed, kept for as long as they stand'),
        kept_until: Moment.nullable().describe('The last moment until which the material of one that ended is kept, as known when this was made'),
      })
      .describe('What people granted under the filing'),
    calls: z.object({ total: Count, accepted: Count, refused: Count, failed: Count, pages: Count, undeclared: Count.describe('In whose results something was found that was not declared') }).describe('Calls of that day that relied on the filing'),
    inspections: z.array(z.object({ id: idOf('isp'), state: z.enum(inspectionStates), announced_at: Moment, due_at: Moment.nullable(), closed_at: Moment.nullable(), drawn: Count.describe('Items under this filing'), verdict: z.enum(inspectionVerdicts).nullable(), reason: z.string().nullable() })).describe('Announced by the end of that day, as they stood when this was made'),
    holds: z.array(z.object({ id: idOf('hld'), scope: z.enum(holdScopes), reference: z.string(), placed_at: Moment, lifted_at: Moment.nullable() })).describe('Legal holds that stood on that day over the tenant, the filing, or something of it'),
    retention: z.array(z.object({ record_class: z.enum(recordClasses), basis: z.enum(retentionBases), months: z.int(), source: z.string() })).describe('The periods in force when this was made'),
    erased: z.array(z.object({ deletion: idOf('del'), certificate: idOf('dct').nullable(), by_class: z.array(ClassCount) })).describe('What was erased since of the calls of that day and of what they relied on'),
  })
  .meta({ id: 'FilingExport' });
export type FilingExport = z.infer<typeof FilingExport>;
