import { DAY_MS } from '@inkproof/kernel';

const WARNED_DAYS = 14;

/** Whole days left, from a fortnight before the end on; undefined before that and without an end. */
export const endsInDays = (at: string | null, now: Date): number | undefined => {
  if (at === null) return undefined;
  const leftMs = Date.parse(at) - now.getTime();
  return leftMs > 0 && leftMs <= WARNED_DAYS * DAY_MS ? Math.floor(leftMs / DAY_MS) : undefined;
};
