'use client';
import { useEffect, useState } from 'react';

const STEP_MS = 100;

/** Milliseconds until a retry can succeed, counted from the moment the wait was told. */
export const useCountdown = (waitMs: number): number => {
  const [leftMs, setLeftMs] = useState(waitMs);
  useEffect(() => {
    const end = performance.now() + waitMs;
    setLeftMs(waitMs);
    const timer = setInterval(() => {
      const left = Math.max(0, end - performance.now());
      setLeftMs(left);
      if (left === 0) clearInterval(timer);
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [waitMs]);
  return leftMs;
};
