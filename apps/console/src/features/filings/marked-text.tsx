import type { FilingSpan } from '@inkproof/contract';
import { clsx } from 'clsx';
import { Fragment } from 'react';
import { segmentsOf } from './segments';

/** A filed text with what is marked in it. The letter is glued to its words, so that punctuation never begins a line. */
export const MarkedText = ({ text, spans, language }: { text: string; spans: readonly FilingSpan[]; language: string | null }) => (
  <div className="rtext" lang={language ?? undefined}>
    {segmentsOf(text, spans).map((line) => (
      <p key={line[0]?.at}>
        {line.map(({ at, words, clauses, opens }) => (
          <Fragment key={at}>
            {opens.map((clause) => (
              <Fragment key={clause}>
                <span className="mk-l" aria-label={`(${clause})`}>
                  {clause}
                </span>
                {'\u2060'}
              </Fragment>
            ))}
            <span data-at={at} className={clsx(clauses.length && 'mk', clauses.map((clause) => `mk-${clause}`))}>
              {words}
            </span>
          </Fragment>
        ))}
      </p>
    ))}
  </div>
);
