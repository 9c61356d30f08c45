import type { ReactNode } from 'react';
import { strokes } from './strokes.js';

/** A place with nothing in it says what to do next. `written` strokes of 正: none where nothing has begun, five where all is done. */
export const Empty = ({ title, children, actions, written = 0 }: { title: string; children?: ReactNode; actions?: ReactNode; written?: 0 | 5 }) => (
  <div className="empty">
    <div className="tally">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        {strokes.map((stroke, index) => (
          <path key={stroke} className={index < written ? 'on' : undefined} d={stroke} />
        ))}
      </svg>
    </div>
    <p className="t">{title}</p>
    {children ? <div className="b">{children}</div> : null}
    {actions ? <div className="a">{actions}</div> : null}
  </div>
);
