'use client';
import { useSyncExternalStore } from 'react';

const changes = (told: () => void): (() => void) => {
  window.addEventListener('hashchange', told);
  return () => window.removeEventListener('hashchange', told);
};

/** What stands behind the # of the address, which no server has seen. Undefined until the browser has the page, empty where there is none. */
export const useLinkToken = (): string | undefined => useSyncExternalStore<string | undefined>(changes, () => window.location.hash.slice(1), () => undefined);
