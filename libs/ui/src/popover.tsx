'use client';
import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** Something to set, under the button that opens it. It closes by Escape or by a click beside it. */
export const Popover = ({ trigger, label, children }: { trigger: ReactNode; label: string; children: ReactNode }) => (
  <Radix.Root>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content className="pop pop-set" align="end" sideOffset={6} collisionPadding={8} aria-label={label}>
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
