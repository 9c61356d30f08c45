import type { ReactNode } from 'react';
import { Icon } from './icon.js';

interface FoldProps {
  label: string;
  /** How many of the things within are in use. */
  count?: number;
  children: ReactNode;
}

/** What would push a list below the fold of a phone is folded there, and stands open where there is room. It needs no script. */
export const Fold = ({ label, count = 0, children }: FoldProps) => (
  <details className="fold">
    <summary>
      {label}
      {count ? <span className="n">{count}</span> : null}
      <Icon name="right" size="s" />
    </summary>
    {children}
  </details>
);
