import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.js';
import { Writing } from './writing.js';

export type ButtonTone = 'plain' | 'ink' | 'quiet' | 'zhu' | 'zhu-fill';

export interface ButtonLook {
  tone?: ButtonTone;
  size?: 's' | 'l';
  wide?: boolean;
}

/** The classes of a button, for a link that should look like one. */
export const buttonClass = ({ tone = 'plain', size, wide }: ButtonLook = {}): string =>
  clsx('btn', tone !== 'plain' && `btn-${tone}`, size && `btn-${size}`, wide && 'btn-w');

/** One `ink` button to a view. A blocked one keeps its focus, so that it can say why beside itself. */
export const Button = ({ tone, size, wide, icon, busy, blocked, className, children, onClick, type = 'button', ...rest }: ComponentProps<'button'> & ButtonLook & { icon?: IconName; busy?: boolean; blocked?: boolean }) => (
  <button
    {...rest}
    type={type}
    className={clsx(buttonClass({ tone, size, wide }), busy && 'busy', className)}
    aria-disabled={busy || blocked || undefined}
    aria-busy={busy || undefined}
    onClick={busy || blocked ? (event) => event.preventDefault() : onClick}
  >
    {busy ? <Writing size={16} /> : icon ? <Icon name={icon} /> : null}
    {children}
  </button>
);
