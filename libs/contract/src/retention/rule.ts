import { z } from 'zod';
import { idOf, Moment, Somebody, wordsUpTo } from '../fields.js';
import { CountedClass, recordClasses, retentionBases } from './record-class.js';

const MOST_MONTHS = 240;
const Months = z.int().min(1).max(MOST_MONTHS).describe('Calendar months in Asia/Shanghai; the day on which the period starts does not count, and its last day counts to the end');

export const RetentionRule = z
  .object({
    id: idOf('rtr'),
    record_class: z.enum(recordClasses),
    basis: z.enum(retentionBases),
    months: z.int(),
    source: z.string().describe('Clause of the agreement, article of the law, or the reason'),
    set_by: Somebody.describe('With the id `install` for what came with it'),
    set_at: Moment,
  })
  .meta({ id: 'RetentionRule' });
export type RetentionRule = z.infer<typeof RetentionRule>;

export const RetentionPeriod = z
  .object({
    record_class: z.enum(recordClasses),
    months: z.int().describe('The longest of its rules. 0: kept as long as a call says, or as long as it is needed, and no longer'),
    rules: z.array(RetentionRule),
  })
  .meta({ id: 'RetentionPeriod' });
export type RetentionPeriod = z.infer<typeof RetentionPeriod>;

/** What a tenant may ask for: longer, never shorter. */
export const TenantLengthening = z.strictObject({ record_class: CountedClass, months: Months, reason: wordsUpTo(200) }).meta({ id: 'TenantLengthening' });
export type TenantLengthening = z.infer<typeof TenantLengthening>;

export const Lengthening = z
  .strictObject({ record_class: CountedClass, basis: z.enum(['agreement', 'law']), months: Months, source: wordsUpTo(200).describe('Clause of the agreement or article of the law') })
  .meta({ id: 'Lengthening' });
export type Lengthening = z.infer<typeof Lengthening>;
