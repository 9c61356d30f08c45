'use client';
import { useEffect, useState } from 'react';

const LOOK_EVERY_MS = 30_000;

/** What runs, asked again every so often while somebody looks, so that an access that begins or ends elsewhere shows without a reload. */
export const useRunning = <Access>(first: readonly Access[], ask: () => Promise<{ items: readonly Access[] }>): readonly Access[] => {
  const [running, setRunning] = useState(first);
  useEffect(() => {
    setRunning(first);
    const look = () => {
      if (document.visibilityState === 'visible') void ask().then(({ items }) => setRunning(items), () => {});
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [first, ask]);
  return running;
};
