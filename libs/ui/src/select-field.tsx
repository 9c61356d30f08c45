import { clsx } from 'clsx';
import { useId, type ComponentProps } from 'react';
import { Field, fieldProps, type FieldWords } from './field.js';

/** One of several, with its label. */
export const SelectField = ({ label, hint, error, optional, options, className, id, ...select }: ComponentProps<'select'> & FieldWords & { options: readonly { value: string; label: string }[] }) => {
  const own = useId();
  const fieldId = id ?? own;
  return (
    <Field id={fieldId} label={label} hint={hint} error={error} optional={optional}>
      <select {...select} {...fieldProps(fieldId, { hint, error })} className={clsx('in', className)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
};
