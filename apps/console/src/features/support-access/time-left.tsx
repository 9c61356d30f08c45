'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { minutesLeft } from './minutes-left';

const STEP_MS = 10_000;

/** How much of an access is left, in whole minutes. Nothing until the browser has said what time it is. */
export const TimeLeft = ({ until }: { until: string }) => {
  const t = useTranslations('supportAccess');
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const tell = () => setLeft(minutesLeft(until, new Date()));
    tell();
    const timer = setInterval(tell, STEP_MS);
    return () => clearInterval(timer);
  }, [until]);
  return left === null ? null : <span className="nw">{left > 0 ? t('left', { minutes: left }) : t('state.over')}</span>;
};
