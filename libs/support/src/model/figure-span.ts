import { Refusal } from '@inkproof/contract';
import { addDays, shanghaiDay, type Day } from '@inkproof/kernel';

const DEFAULT_DAYS = 30;
const MAX_DAYS = 366;

/** The days that are asked for, both included: the last thirty unless said otherwise. */
export const figureSpan = (asked: { from?: Day; to?: Day }, now: Date): { from: Day; to: Day } => {
  const to = asked.to ?? shanghaiDay(now);
  const from = asked.from ?? addDays(to, 1 - DEFAULT_DAYS);
  const message = from > to ? 'must not lie after to' : from < addDays(to, 1 - MAX_DAYS) ? `must lie within ${MAX_DAYS} days of to` : null;
  if (message) throw new Refusal('request.invalid', `from: ${message}`, { errors: [{ field: 'from', message }] });
  return { from, to };
};
