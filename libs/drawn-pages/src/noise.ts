import { dice } from '@inkproof/kernel';

/** What wear is drawn from: the same seed wears a page the same. */
export const noise = dice;

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
