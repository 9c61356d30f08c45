import { AuditSearch } from '@inkproof/contract';

type Params = Record<string, string | string[] | undefined>;

export const filterNames = ['action', 'actor', 'target', 'request_id', 'from', 'to'] as const;

/** What a reader asks for. Days are those of Asia/Shanghai, from their first moment to their last. */
export type AuditFilter = Partial<Record<(typeof filterNames)[number], string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const readFilter = (params: Params): AuditFilter =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = params[name];
      if (typeof value !== 'string' || !value.trim()) return [];
      const fits = name === 'from' || name === 'to' ? DAY.test(value) : AuditSearch.shape[name].safeParse(value.trim()).success;
      return fits ? [[name, value.trim()]] : [];
    }),
  );

/** As the API takes it. */
export const searchOf = ({ from, to, ...rest }: AuditFilter) => ({ ...rest, ...(from && { from: `${from}T00:00:00+08:00` }), ...(to && { to: `${to}T23:59:59.999999+08:00` }) });

/** The address of a list that asks for this. */
export const addressOf = (base: string, filter: AuditFilter, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({ ...more, ...filter });
  return query.size ? `${base}?${query}` : base;
};
