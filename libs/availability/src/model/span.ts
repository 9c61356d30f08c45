/** From the first instant on and before the last, in milliseconds. */
export interface Span {
  from: number;
  until: number;
}

export const lengthOf = ({ from, until }: Span): number => Math.max(0, until - from);

/** What two spans share, or nothing. */
export const shared = (one: Span, other: Span): Span | undefined => {
  const span = { from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) };
  return span.from < span.until ? span : undefined;
};

/** What is left of a span when others are taken out of it, in order. */
export const without = (span: Span, others: readonly Span[]): Span[] => {
  const left: Span[] = [];
  let { from } = span;
  for (const other of [...others].sort((a, b) => a.from - b.from)) {
    if (other.from > from) left.push({ from, until: Math.min(other.from, span.until) });
    from = Math.max(from, other.until);
  }
  left.push({ from, until: span.until });
  return left.filter((one) => one.from < one.until);
};
