'use client';
import { useSyncExternalStore } from 'react';
import { chooseTheme, type Theme } from './locale';

const listen = (changed: () => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
};

/** The theme the page wears now, whichever of its buttons changed it. */
export const useWornTheme = (fromServer: Theme): Theme =>
  useSyncExternalStore(
    listen,
    () => chooseTheme(document.documentElement.dataset.theme),
    () => fromServer,
  );
