/** Mulberry32: the same numbers for the same seed, on every machine. */
export const randomOf = (seed) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most) => Math.floor(next() * most);
  return { next, below, of: (items) => items[below(items.length)], between: (least, most) => least + below(most - least + 1), hex: (bytes) => Array.from({ length: bytes }, () => below(256).toString(16).padStart(2, '0')).join('') };
};
