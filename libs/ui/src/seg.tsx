import type { ReactNode } from 'react';

/** A few views of one thing, side by side. Its children are buttons with `aria-pressed`, or links with `aria-current`. */
export const Seg = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="seg" role="group" aria-label={label}>
    {children}
  </div>
);
