import type { ComponentProps, ReactNode } from 'react';

/** A box or, with `type="radio"`, a circle, and the words beside it. */
export const Tick = ({ children, type = 'checkbox', ...input }: Omit<ComponentProps<'input'>, 'type'> & { type?: 'checkbox' | 'radio'; children: ReactNode }) => (
  <label className="ck">
    <input {...input} type={type} />
    <span>{children}</span>
  </label>
);
