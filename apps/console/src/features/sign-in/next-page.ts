'use client';

/** The way through another provider leaves the console; where it began is kept in this tab until it comes back. */
const KEY = 'inkproof.next';

export const rememberNext = (next: string | undefined): void => (next ? sessionStorage.setItem(KEY, next) : sessionStorage.removeItem(KEY));

export const recallNext = (): string | undefined => {
  const next = sessionStorage.getItem(KEY) ?? undefined;
  sessionStorage.removeItem(KEY);
  return next;
};
