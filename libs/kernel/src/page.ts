/** One page of a list, newest first. `nextCursor` is null on the last page. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/**
 * Cuts a page out of one row more than was asked for.
 * The cursor is the id of the last item shown: ids sort by age, so the next page is everything below it.
 */
export const pageOf = <Item extends { id: string }>(rows: Item[], size: number): Page<Item> => {
  const items = rows.slice(0, size);
  return { items, nextCursor: rows.length > size ? (items.at(-1)?.id ?? null) : null };
};
