import { CallQuery, callOutcomes, idOf, type LedgerCall } from '@inkproof/contract';
import { addDays, type Day } from '@inkproof/kernel';

/** Which calls of the ledger are asked for. Days are those of Asia/Shanghai, both included. */
export interface Which {
  outcome?: LedgerCall['outcome'];
  key?: `key_${string}`;
  request_id?: string;
  from?: Day;
  to?: Day;
}

type Params = Record<string, string | string[] | undefined>;

/** As the API has it: no span is longer than a leap year. */
const LONGEST_DAYS = 366;

const dayIn = (given: Params[string]): Day | undefined => {
  const read = CallQuery.shape.from.safeParse(given || undefined);
  return read.success ? (read.data as Day | undefined) : undefined;
};

/** Which calls an address asks for. What it asks for wrongly it does not ask for. */
export const readWhich = ({ outcome, key, request_id: request, from, to }: Params): Which => {
  const [readKey, readRequest] = [idOf('key').safeParse(key), CallQuery.shape.request_id.safeParse(typeof request === 'string' ? request.trim() || undefined : undefined)];
  const [first, last] = [dayIn(from), dayIn(to)];
  return {
    outcome: callOutcomes.find((one) => one === outcome),
    key: readKey.success ? readKey.data : undefined,
    request_id: readRequest.success ? readRequest.data : undefined,
    from: first,
    to: first && last && last < first ? undefined : last,
  };
};

/** As the API takes it: at most a year from the first day, and for one request all of the last year, whenever it was. */
export const queryOf = ({ from, to, ...rest }: Which, today: Day): Which => {
  const last = to ?? today;
  const first = from ?? (rest.request_id ? addDays(last, 1 - LONGEST_DAYS) : undefined);
  const end = first && addDays(first, LONGEST_DAYS - 1);
  return { ...rest, from: first, to: first && first > last ? first : end && end < last ? end : to };
};

/** The address of a list that asks for this. */
export const addressOf = (base: string, which: Which, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams([...Object.entries(more), ...Object.entries(which).filter((one): one is [string, string] => Boolean(one[1]))]);
  return query.size ? `${base}?${query}` : base;
};
