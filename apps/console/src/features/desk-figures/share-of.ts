/** How many of a hundred, rounded down: what is not 100 % does not read as 100 %. Nothing of nothing is no share. */
export const shareOf = (part: number, whole: number): string => {
  if (whole === 0) return '—';
  const share = Math.floor((part / whole) * 1_000) / 10;
  return `${share === 100 || share === 0 ? share : share.toFixed(1)}%`;
};
