import { clsx } from 'clsx';
import { CopyButton, type CopyWords } from './copy-button.js';

/** A secret, shown once: it wraps, it can be selected whole, and one button copies it. Several of them stand a line each. */
export const Secret = ({ value, label, words }: { value: string; label: string; words: CopyWords }) => (
  <div className={clsx('secret', value.includes('\n') && 'secret-n')} role="group" aria-label={label}>
    <span className="grow">{value}</span>
    <CopyButton text={value} words={words} named />
  </div>
);
