import { clsx } from 'clsx';
import { useId, type ComponentProps } from 'react';
import { Field, fieldProps, type FieldWords } from './field.js';

/** One line of text with its label. */
export const TextField = ({ label, hint, error, optional, large, className, id, ...input }: ComponentProps<'input'> & FieldWords & { large?: boolean }) => {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional}>
      <input {...input} {...fieldProps(fieldId, { hint, error })} className={clsx('in', large && 'in-l', className)} />
    </Field>
  );
};
