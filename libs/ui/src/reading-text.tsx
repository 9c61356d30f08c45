import { clsx } from 'clsx';
import { Fragment } from 'react';
import type { ShownLine } from './reading-page.js';

/** The text, line by line with its number, word by word with its certainty. One word at a time is in the tab order; see LinkedWords. */
export const ReadingText = ({ lines, locale }: { lines: readonly ShownLine[]; locale: string }) => {
  const share = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <ol className="tl">
      {lines.map((line) => (
        <li key={line.id}>
          <span className="ln" aria-hidden="true">
            {line.number}
          </span>
          <span>
            {line.words.map((word, index) => (
              <Fragment key={word.id}>
                {word.before}
                <span className={clsx('tw', word.certainty)} data-w={word.id} tabIndex={line.number === 1 && index === 0 ? 0 : -1} title={share.format(word.confidence)}>
                  {word.text}
                </span>
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
};
