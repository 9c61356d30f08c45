import { clsx } from 'clsx';

/** A ruler. `tone` changes with the words beside it, never alone. */
export const Meter = ({ value, max, tone = 'ink', label, text }: { value: number; max: number; tone?: 'ink' | 'lv' | 'zhe' | 'zhu'; label: string; text: string }) => (
  <div className={clsx('meter', tone !== 'ink' && `meter-${tone}`)} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={Math.min(value, max)} aria-valuetext={text}>
    <i style={{ width: `${max > 0 ? Math.min(100, (value / max) * 100) : 0}%` }} />
  </div>
);
