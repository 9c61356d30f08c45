import { strokes } from './strokes.js';

/** The loader: 正 writes itself. It stands still for whoever asked for less motion. */
export const Writing = ({ size = 34 }: { size?: number }) => (
  <svg className="write" width={size} height={size} viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="3.4" aria-hidden="true">
    {strokes.map((stroke) => (
      <path key={stroke} pathLength="1" d={stroke} />
    ))}
  </svg>
);
