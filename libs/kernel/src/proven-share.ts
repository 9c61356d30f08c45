/**
 * The share of a time that was proven, in words, rounded down. Where a part of it was not read, it is at least that: what nobody saw
 * counts as nothing. Null where that is most of it: a share would tell of the reading alone. All three in one unit.
 */
export const provenShare = (proven: number, unknown: number, whole: number): string | null => {
  if (unknown > whole / 2 || whole === 0) return null;
  const share = Math.floor((proven / whole) * 10_000) / 100;
  return `${unknown > 0 ? '≥ ' : ''}${share === 100 ? '100' : share.toFixed(2)}%`;
};
