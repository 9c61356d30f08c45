'use client';
import { clsx } from 'clsx';
import { Toast as Radix } from 'radix-ui';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';
import { Icon } from './icon.js';

interface Said {
  id: number;
  text: string;
  tone: 'ink' | 'zhu';
}

const Say = createContext<(text: string, tone?: Said['tone']) => void>(() => undefined);

/** Says something in passing, politely. What a person must not miss belongs in a Bar. */
export const useToast = () => useContext(Say);

/** Holds what is being said; once, around the whole console. */
export const Toasts = ({ label, children }: { label: string; children: ReactNode }) => {
  const [said, setSaid] = useState<Said[]>([]);
  const say = useCallback((text: string, tone: Said['tone'] = 'ink') => setSaid((before) => [...before.slice(-2), { id: (before.at(-1)?.id ?? 0) + 1, text, tone }]), []);
  return (
    <Radix.Provider label={label} duration={4000}>
      <Say value={say}>{children}</Say>
      {said.map(({ id, text, tone }) => (
        <Radix.Root key={id} className={clsx('toast', tone === 'zhu' && 'toast-zhu')} type="background" onOpenChange={(open) => !open && setSaid((before) => before.filter((one) => one.id !== id))}>
          <Icon name={tone === 'zhu' ? 'warn' : 'check'} />
          <Radix.Description>{text}</Radix.Description>
        </Radix.Root>
      ))}
      <Radix.Viewport className="toasts" />
    </Radix.Provider>
  );
};
