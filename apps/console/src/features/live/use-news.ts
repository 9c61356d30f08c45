'use client';
import { useEffect, useRef, useState } from 'react';

/** A page is drawn whole before it begins to listen. */
const AFTER_MS = 1_000;
/** So long a line stays up; whoever builds the next is asked again who they are. */
const SECONDS = 55;
/** News that come as fast as somebody types are one. */
const AT_MOST_EVERY_MS = 200;

/** Calls back whenever the stream says that something changed, while somebody looks at the page. Answers whether the line is up. */
export const useNews = (path: string | undefined, hear: () => void): boolean => {
  const [isUp, setUp] = useState(false);
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    if (!path) return;
    let source: EventSource | undefined;
    let told: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      told ??= setTimeout(() => {
        told = undefined;
        latest.current();
      }, AT_MOST_EVERY_MS);
    };
    const close = () => {
      source?.close();
      source = undefined;
      setUp(false);
    };
    const open = () => {
      if (document.visibilityState !== 'visible') return close();
      if (source) return;
      source = new EventSource(`${path}?for=${SECONDS}`);
      source.addEventListener('open', () => setUp(true));
      source.addEventListener('error', () => setUp(false));
      source.addEventListener('changed', changed);
    };
    const begin = setTimeout(open, AFTER_MS);
    document.addEventListener('visibilitychange', open);
    return () => {
      clearTimeout(begin);
      clearTimeout(told);
      document.removeEventListener('visibilitychange', open);
      close();
    };
  }, [path]);
  return isUp;
};
