import type { MaintenanceNotice } from '@inkproof/contract';
import { DAY_MS } from '@inkproof/kernel';
import { momentOf } from '../../words/moments';

const minuteOf = (at: string): string => momentOf(at).slice(0, 16);

/** `2026-12-01 02:00 – 04:00`, on the clock of Shanghai; the day of the end only where it is another. */
export const spanOfWindow = ({ starts_at, ends_at }: Pick<MaintenanceNotice, 'starts_at' | 'ends_at'>): string => {
  const [start, end] = [minuteOf(starts_at), minuteOf(ends_at)];
  return `${start} – ${start.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : end}`;
};

/** Those that stand above every page: from a day before until they are over. */
export const nearby = <Notice extends Pick<MaintenanceNotice, 'state' | 'starts_at'>>(items: readonly Notice[], now: Date): Notice[] =>
  items.filter(({ state, starts_at }) => state === 'in_progress' || state === 'verifying' || (state === 'scheduled' && Date.parse(starts_at) - now.getTime() <= DAY_MS));
