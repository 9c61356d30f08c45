import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.js';

/** A button that is only a drawing; its label is read out and shown on hover. */
export const IconButton = ({ icon, label, className, ...rest }: Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; label: string }) => (
  <button {...rest} type="button" className={clsx('ib', className)} aria-label={label} title={label}>
    <Icon name={icon} />
  </button>
);
