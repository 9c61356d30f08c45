/** Numbers in [0, 1) that look random and are the same for the same seed on every machine (mulberry32). */
export const noise = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A smooth curve through one noise value per whole number, for textures that must not flicker. */
export const smoothNoise = (seed: number, period: number): ((at: number) => number) => {
  const next = noise(seed);
  const values = Array.from({ length: period }, next);
  return (at) => {
    const whole = Math.floor(at);
    const part = at - whole;
    const ease = part * part * (3 - 2 * part);
    const value = (index: number): number => values[((index % period) + period) % period] ?? 0;
    return value(whole) * (1 - ease) + value(whole + 1) * ease;
  };
};
