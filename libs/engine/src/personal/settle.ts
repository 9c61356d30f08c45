import type { Find } from './finding.js';

/**
 * Of finds in one place the surest stays, of equally sure ones the longest. Zones are whole lines with a name or a birthday
 * inside, so they stay as they are and nothing else is said of their lines.
 */
export const settled = (finds: readonly Find[], length: number): Find[] => {
  const taken = new Uint8Array(length);
  const zones = finds.filter(({ kind }) => kind === 'mrz');
  for (const { begin, end } of zones) taken.fill(1, begin, end);
  const others = finds.filter(({ kind }) => kind !== 'mrz').sort((one, other) => other.confidence - one.confidence || other.end - other.begin - (one.end - one.begin));
  const kept = others.filter(({ begin, end }) => {
    if (taken.subarray(begin, end).includes(1)) return false;
    taken.fill(1, begin, end);
    return true;
  });
  return [...zones, ...kept].sort((one, other) => one.begin - other.begin || other.end - one.end);
};
