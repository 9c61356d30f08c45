import { clsx } from 'clsx';
import { useId, type ComponentProps } from 'react';
import { Field, fieldProps, type FieldWords } from './field.js';

/** Several lines of text with their label. */
export const WordsField = ({ label, hint, error, optional, className, id, ...area }: ComponentProps<'textarea'> & FieldWords) => {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional}>
      <textarea rows={4} {...area} {...fieldProps(fieldId, { hint, error })} className={clsx('in', className)} />
    </Field>
  );
};
