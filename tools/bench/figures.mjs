/** The value below which a share of the sample lies. */
export const quantile = (sample, share) => {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
};
export const median = (sample) => quantile(sample, 0.5);
export const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const mib = (bytes) => `${Math.round(bytes / 1_048_576)} MiB`;
/** One figure and, where there is one, its target and whether it was met. */
export const report = (what, value, met, target) => console.log(`${what.padEnd(58)} ${value}${target === undefined ? '' : `   target ${target}: ${met ? 'met' : 'MISSED'}`}`);
