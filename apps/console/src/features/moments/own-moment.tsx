'use client';
import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { inZone, SHANGHAI } from '../../words/own-zone';

const never = () => () => undefined;

/** Beside a moment on the clock of Shanghai, the same on the reader's own, where that is another. Known in the browser alone. */
export const OwnMoment = ({ at, until }: { at: string; until?: string }) => {
  const locale = useLocale();
  const zone = useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => SHANGHAI);
  const own = inZone(at, until, zone, locale);
  return own === null ? null : <span className={until === undefined ? 'sub nw' : 'sub'}>({own})</span>;
};
