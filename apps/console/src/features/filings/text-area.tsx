import { useId, type ComponentProps } from 'react';

/** Several lines of text with their label. */
export const TextArea = ({ label, hint, className, ...area }: ComponentProps<'textarea'> & { label: string; hint?: string }) => {
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <textarea {...area} id={id} className={className ? `in ${className}` : 'in'} aria-describedby={hint ? `${id}-note` : undefined} />
      {hint ? (
        <p className="hint" id={`${id}-note`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
};
