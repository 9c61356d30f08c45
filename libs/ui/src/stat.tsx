import type { ReactNode } from 'react';

/** A row of figures that people compare. */
export const Stats = ({ children }: { children: ReactNode }) => <dl className="stats">{children}</dl>;

/** One figure with its unit, and its period or bound under it. */
export const Stat = ({ label, value, unit, note }: { label: string; value: ReactNode; unit?: string; note?: ReactNode }) => (
  <div className="stat">
    <dt className="k">{label}</dt>
    <dd className="v">
      {value}
      {unit ? <small>{unit}</small> : null}
    </dd>
    {note ? <dd className="d">{note}</dd> : null}
  </div>
);
