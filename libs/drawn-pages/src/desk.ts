import { smoothNoise } from './noise.js';

const WOOD = [139, 108, 82] as const;

/** The colour of a wooden desk: streaks of several widths that bend a little along the board. */
export const deskOf = (seed: number): ((x: number, y: number, channel: number) => number) => {
  const [streak, wave] = [smoothNoise(seed + 1, 4096), smoothNoise(seed + 2, 64)];
  return (x, y, channel) => {
    const along = y + wave(x / 260) * 30;
    return (WOOD[channel] ?? 0) * (0.72 + 0.34 * streak(along / 7) * streak(along / 31 + 900) + 0.16 * streak(along / 90 + 2000));
  };
};
