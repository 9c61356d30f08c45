import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** Pairs of a name and what it is. Entries that are null are left out. */
export const Facts = ({ entries, right }: { entries: readonly (readonly [ReactNode, ReactNode] | null)[]; right?: boolean }) => (
  <dl className={clsx('dl', right && 'dl-r')}>
    {entries.map((entry, index) =>
      entry ? (
        <div key={index} className="dl-p">
          <dt>{entry[0]}</dt>
          <dd>{entry[1]}</dd>
        </div>
      ) : null,
    )}
  </dl>
);
