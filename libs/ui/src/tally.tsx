import { clsx } from 'clsx';
import { Meter } from './meter.js';
import { strokes } from './strokes.js';

/** Above this many calls a second, strokes are no longer read at a glance and a ruler takes their place. */
const MOST_STROKES = 60;

/** Running short from four fifths of the quota on. */
const isShort = (used: number, total: number): boolean => used >= total * 0.8;

/** 正 by 正, one stroke for one call. The number always stands beside it; here it is only for the eye and the ear. */
export const Tally = ({ used, total, refusing = false, size, text, label }: { used: number; total: number; refusing?: boolean; size?: 's'; text: string; label: string }) => {
  if (total > MOST_STROKES) return <Meter value={used} max={total} tone={refusing ? 'zhu' : isShort(used, total) ? 'zhe' : 'ink'} label={label} text={text} />;
  return (
    <div className={clsx('tally', size && `tally-${size}`, refusing ? 'full' : isShort(used, total) && 'hot')} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={used} aria-valuetext={text}>
      {Array.from({ length: Math.ceil(total / strokes.length) }, (_, character) => (
        <svg key={character} viewBox="0 0 32 32" aria-hidden="true">
          {strokes.map((stroke, index) => {
            const call = character * strokes.length + index;
            return call < total ? <path key={stroke} className={call < used ? 'on' : undefined} d={stroke} /> : null;
          })}
        </svg>
      ))}
    </div>
  );
};
