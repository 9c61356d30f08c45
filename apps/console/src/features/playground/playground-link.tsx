import { buttonClass, Icon } from '@inkproof/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** The way to the playground, from where there are no recognitions yet or some could be made. */
export const PlaygroundLink = ({ tone = 'ink', children }: { tone?: 'ink' | 'plain'; children: ReactNode }) => (
  <Link className={buttonClass({ tone })} href="/playground">
    <Icon name="scan" />
    {children}
  </Link>
);
