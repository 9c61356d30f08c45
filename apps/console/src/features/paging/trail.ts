/**
 * Where a list stands. The API only walks towards older items, so the way back is kept in the address:
 * the cursors of the pages passed, the last one last. The first page has none.
 */
export interface Trail {
  cursor?: string;
  passed: readonly string[];
}

type Params = Record<string, string | string[] | undefined>;

/** Cursors are ids, in which this sign does not occur. */
const BETWEEN = '.';

/** An address has to stay below what servers take as one line. Beyond, the way back leads to the newest. */
const MOST_PASSED = 100;

/** The base may hold a query of its own, such as a filter. */
const address = (base: string, { cursor, passed }: Trail): string => {
  const query = new URLSearchParams();
  if (cursor) query.set('cursor', cursor);
  if (passed.length) query.set('passed', passed.join(BETWEEN));
  return query.size ? `${base}${base.includes('?') ? '&' : '?'}${query}` : base;
};

export const readTrail = ({ cursor, passed }: Params): Trail => ({
  cursor: typeof cursor === 'string' && cursor ? cursor : undefined,
  passed: typeof passed === 'string' && passed ? passed.split(BETWEEN) : [],
});

export const olderHref = (base: string, { cursor, passed }: Trail, next: string): string => address(base, { cursor: next, passed: cursor ? [...passed, cursor].slice(-MOST_PASSED) : [] });

/** Null on the first page. */
export const newerHref = (base: string, { cursor, passed }: Trail): string | null => (cursor ? address(base, { cursor: passed.at(-1), passed: passed.slice(0, -1) }) : null);
