import { Refusal } from '@inkproof/contract';
import { addDays, shanghaiDay, type Day } from '@inkproof/kernel';

const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;

export interface AskedSpan {
  from?: string;
  to?: string;
}

const invalid = (message: string): Refusal => new Refusal('request.invalid', `from: ${message}`, { errors: [{ field: 'from', message }] });

/** The days that are asked for, both included: the last thirty unless said otherwise. */
export const spanOf = (asked: AskedSpan, now: Date): { from: Day; to: Day } => {
  const to = (asked.to ?? shanghaiDay(now)) as Day;
  const from = (asked.from ?? addDays(to, 1 - DEFAULT_DAYS)) as Day;
  if (from > to) throw invalid('must not lie after to');
  if (from < addDays(to, 1 - MAX_DAYS)) throw invalid(`must lie within ${MAX_DAYS} days of to`);
  return { from, to };
};
