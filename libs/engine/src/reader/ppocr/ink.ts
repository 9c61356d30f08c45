import type { GreyImage } from '../../image/grey-image.js';

/** Share of the way from paper to ink at which a pixel counts as ink. */
const INK = 0.4;
/** Rows at the top and the bottom that are left out, as a share of the height: neighbours and underlines reach in there. */
const MARGIN = 0.1;
/** In heights of the line. Light changes along a line, but hardly within so much of it. */
const WINDOW = 2;
/** A window with less contrast than this share of the strongest one's holds paper only. */
const LEAST_CONTRAST = 0.35;

interface Window {
  from: number;
  to: number;
  dark: number;
  /** Most of a line is paper, so its middle level is paper, dark or light. */
  paper: number;
  light: number;
}

const windowOf = ({ width, height, grey }: GreyImage, from: number, to: number): Window => {
  const counts = new Uint32Array(256);
  for (let y = 0; y < height; y++) for (const level of grey.subarray(y * width + from, y * width + to)) counts[level] = (counts[level] ?? 0) + 1;
  const at = (share: number): number => {
    let below = 0;
    return counts.findIndex((count) => (below += count) > share * height * (to - from));
  };
  return { from, to, dark: at(0.02), paper: at(0.5), light: at(0.98) };
};

const windowsOf = (line: GreyImage): Window[] => {
  const count = Math.max(1, Math.round(line.width / (WINDOW * line.height)));
  const edge = (index: number): number => Math.round((index * line.width) / count);
  return Array.from({ length: count }, (_, index) => windowOf(line, edge(index), edge(index + 1)));
};

/** How many pixels of ink each column of a line holds, told window by window, because a shadow may fall across it. */
export const inkColumns = (line: GreyImage): Uint16Array => {
  const { width, height, grey } = line;
  const windows = windowsOf(line);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const isDark = sum(windows.map(({ dark, paper }) => paper - dark)) > sum(windows.map(({ light, paper }) => light - paper));
  const contrast = ({ dark, paper, light }: Window): number => (isDark ? paper - dark : light - paper);
  const strongest = Math.max(...windows.map(contrast));
  const columns = new Uint16Array(width);
  for (const window of windows) {
    if (contrast(window) < 1 || contrast(window) < LEAST_CONTRAST * strongest) continue;
    const edge = window.paper + (isDark ? -INK : INK) * contrast(window);
    for (let y = Math.round(height * MARGIN); y < height * (1 - MARGIN); y++) {
      for (let x = window.from; x < window.to; x++) {
        const level = grey[y * width + x] ?? 0;
        if (isDark ? level < edge : level > edge) columns[x] = (columns[x] ?? 0) + 1;
      }
    }
  }
  return columns;
};
