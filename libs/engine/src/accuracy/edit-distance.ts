/** Levenshtein: the fewest single insertions, deletions and changes between two sequences. Two rows suffice, however long they are. */
export const editDistance = (from: readonly string[], to: readonly string[]): number => {
  let above = Uint32Array.from({ length: to.length + 1 }, (_, index) => index);
  let row = new Uint32Array(to.length + 1);
  from.forEach((character, y) => {
    row[0] = y + 1;
    for (let x = 1; x <= to.length; x++) {
      const change = (above[x - 1] ?? 0) + Number(character !== to[x - 1]);
      row[x] = Math.min(change, (above[x] ?? 0) + 1, (row[x - 1] ?? 0) + 1);
    }
    [above, row] = [row, above];
  });
  return above[to.length] ?? 0;
};
