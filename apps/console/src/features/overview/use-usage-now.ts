'use client';
import { api, type UsageNow } from '@inkproof/contract';
import { useEffect, useState } from 'react';
import { browserApi } from '../../browser-api';

const EVERY_MS = 1000;

/** The last minute, asked again each second while somebody looks. `isLive` is false from the first answer that failed to the next that came. */
export const useUsageNow = (first: UsageNow): { now: UsageNow; isLive: boolean } => {
  const [now, setNow] = useState(first);
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      if (document.visibilityState === 'visible')
        try {
          setNow(await browserApi(api.usage.now, { signal: stop.signal }));
          setLive(true);
        } catch {
          if (!stop.signal.aborted) setLive(false);
        }
      // The next question waits for this answer, so that a slow API is never asked twice at once.
      if (!stop.signal.aborted) timer = setTimeout(() => void ask(), EVERY_MS);
    };
    timer = setTimeout(() => void ask(), EVERY_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
  return { now, isLive };
};
