'use client';
import { useRef } from 'react';

/**
 * Gives the focus back to what had it when a layer opened.
 * Radix returns it to its own trigger, and our layers are opened by state, so they have none.
 */
export const useOpener = () => {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      opener.current?.focus();
    },
  };
};
