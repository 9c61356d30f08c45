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

/** On what a period rests. The longest counts. */
export const retentionBases = ['agreement', 'law', 'tenant'] as const;
export type RetentionBasis = (typeof retentionBases)[number];
