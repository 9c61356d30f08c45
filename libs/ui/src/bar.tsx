import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

const drawings: Record<'ink' | 'zhu' | 'zhe' | 'lv', IconName> = { ink: 'info', zhu: 'warn', zhe: 'warn', lv: 'check' };

/** A message that stays on the page. `live` reads it out when it appears. */
export const Bar = ({ tone = 'ink', title, children, action, live }: { tone?: keyof typeof drawings; title?: ReactNode; children?: ReactNode; action?: ReactNode; live?: 'polite' | 'assertive' }) => (
  <div className={clsx('bar', `bar-${tone}`)} role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}>
    <Icon name={drawings[tone]} />
    <div className="grow">
      {title ? <b>{title}</b> : null}
      {children ? <div className={clsx(title && 'sub')}>{children}</div> : null}
    </div>
    {action}
  </div>
);
