'use client';
import { Tabs as Radix } from 'radix-ui';
import { useState, type ReactNode } from 'react';

export interface Tab {
  value: string;
  label: ReactNode;
  content: ReactNode;
  /** What stands at the right of the tabs while this one is open. */
  end?: ReactNode;
}

/** Sides of one thing. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => {
  const [open, setOpen] = useState(tabs[0]?.value ?? '');
  const end = tabs.find((tab) => tab.value === open)?.end;
  return (
    <Radix.Root value={open} onValueChange={setOpen}>
      <div className="tabs-h">
        <Radix.List className="tabs" aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger key={tab.value} value={tab.value}>
              {tab.label}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {end ? <div className="row tabs-end">{end}</div> : null}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} tabIndex={-1}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
};
