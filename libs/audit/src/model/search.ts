/** What is looked for in a log. What is not given is not asked. */
export interface Search {
  /** `key.revoked`, or `key` for all that begin so. */
  action?: string;
  actor?: string;
  target?: string;
  request_id?: string;
  from?: string;
  to?: string;
}

interface Condition {
  sql: string;
  value: string;
}

/**
 * Conditions on a row as SQL with numbered values, the first of them `first`. Bodies are canonical JSON, so that a
 * member stands in them in one spelling only and can be found as text; the narrow look comes before the exact one.
 */
export const conditionsOf = ({ action, actor, target, request_id, from, to }: Search, first: number): { sql: string; values: string[] } => {
  const asked: Condition[] = [];
  const ask = (sql: string, value: string | undefined): void => void (value !== undefined && asked.push({ sql, value }));
  if (action?.includes('.')) ask('action = $', action);
  else ask(`starts_with(action, $ || '.')`, action);
  ask('actor_id = $', actor);
  ask(`position(to_json($::text)::text IN body) > 0 AND (body::jsonb -> 'targets') ? $`, target);
  ask(`position('"request_id":' || to_json($::text)::text IN body) > 0`, request_id);
  ask('at >= $::timestamptz', from);
  ask('at <= $::timestamptz', to);
  return { sql: asked.map(({ sql }, index) => ` AND ${sql.replaceAll('$', `$${first + index}`)}`).join(''), values: asked.map(({ value }) => value) };
};
