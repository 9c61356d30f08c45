import type { ReactNode } from 'react';
import { Icon } from './icon.js';

export interface FieldWords {
  label: ReactNode;
  hint?: ReactNode;
  /** Replaces the hint. Says what is allowed, and the nearest good value where one can be computed. */
  error?: ReactNode;
  /** The word for optional, on fields that are. Required ones are not marked. */
  optional?: string;
}

/** What ties a control to its label and its hint or error. */
export const fieldProps = (id: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) => ({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': hint || error ? `${id}-note` : undefined });

/** A label above, a control, and under it a hint or what is wrong. */
export const Field = ({ id, label, hint, error, optional, children }: FieldWords & { id: string; children: ReactNode }) => (
  <div className="field">
    <label className="lab" htmlFor={id}>
      {label}
      {optional ? <span className="opt">{optional}</span> : null}
    </label>
    {children}
    {error ? (
      <p className="err" id={`${id}-note`}>
        <Icon name="warn" size="s" />
        <span>{error}</span>
      </p>
    ) : hint ? (
      <p className="hint" id={`${id}-note`}>
        {hint}
      </p>
    ) : null}
  </div>
);
