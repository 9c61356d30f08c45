import type { RecordClass, RetentionBasis } from '@inkproof/contract';
import { afterCalendarMonths } from '@inkproof/kernel';

/** For how many calendar months records of a class are kept, on one basis. Rules only ever grow. */
export interface Rule {
  recordClass: RecordClass;
  basis: RetentionBasis;
  months: number;
  /** Clause, article, or a tenant's reason. */
  source: string;
  setBy: string;
  setAt: Date;
}

/** The months that count for a class: of agreement, law and the tenant's own wish the most; 0 where nobody says anything. */
export const monthsOf = (rules: readonly Pick<Rule, 'recordClass' | 'months'>[], recordClass: RecordClass): number => rules.reduce((most, rule) => (rule.recordClass === recordClass ? Math.max(most, rule.months) : most), 0);

/** From when the period of a record counts: a day; not yet, as for an authorisation that still stands; or never, as for a result that is nobody's evidence. */
export type PeriodStart = Date | 'not_begun' | 'none';

/** Whether a record may go at that instant, by its period alone. */
export const isOver = (start: PeriodStart, months: number, now: Date): boolean => {
  if (start === 'none' || months === 0) return start !== 'not_begun';
  return start !== 'not_begun' && afterCalendarMonths(start, months) <= now;
};
