import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

export type TagTone = 'plain' | 'ink' | 'lv' | 'zhe' | 'zhu' | 'fill' | 'solid' | 'dash' | 'void';

/** A state, cut like a seal: filled waits for a person, outlined is settled, dashed is not yet written, struck is void. */
export const Tag = ({ tone = 'plain', icon, children }: { tone?: TagTone; icon?: IconName; children: ReactNode }) => (
  <span className={clsx('tag', tone !== 'plain' && `tag-${tone}`)}>
    {icon ? <Icon name={icon} /> : null}
    {children}
  </span>
);
