import { z } from 'zod';

/**
 * What is kept, by what it is kept for. Every table says its class in `prisma/schema`; a period belongs to the class. A name
 * is a promise: rules, tombstones and certificates were written with it.
 */
export const recordClasses = [
  'recognition',
  'recognition_result',
  'job',
  'job_result',
  'authorisation_material',
  'filing',
  'processing_record',
  'impact_assessment',
  'access_log',
  'audit_log',
  'inspection',
  'data_subject_request',
  'deletion_record',
  'contract',
  'account',
  'correspondence',
] as const;
export type RecordClass = (typeof recordClasses)[number];

/** Those whose periods count. Recognitions, jobs and their results are kept as calls ask, accounts while they are used, and none of them is evidence: no period binds them, so none is made longer. */
export const CountedClass = z.enum(recordClasses).exclude(['recognition', 'recognition_result', 'job', 'job_result', 'account']);
export type CountedClass = z.infer<typeof CountedClass>;

/** On what a period rests. The longest counts. */
export const retentionBases = ['agreement', 'law', 'tenant'] as const;
export type RetentionBasis = (typeof retentionBases)[number];
