/** Below this many signs even one of them says too much. */
const SHORT = 4;
const LONG = 8;

/** What may be shown of a value to somebody who judges a finding: its first sign, its last of a long one, and how long it is. */
export const sampleOf = (value: string): string => {
  const signs = [...value.replace(/\s+/g, '')];
  const last = signs.length - 1;
  const shown = (at: number): boolean => (at === 0 && signs.length >= SHORT) || (at === last && signs.length >= LONG);
  return signs.map((sign, at) => (shown(at) ? sign : '*')).join('');
};
