'use client';
import type { Job } from '@inkproof/contract';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const REDRAW_EVERY_MS = 500;

/** Draws the page again as the job goes on. The browser itself reconnects a stream that breaks. */
export const FollowJob = ({ id }: { id: Job['id'] }) => {
  const router = useRouter();
  useEffect(() => {
    const stream = new EventSource(`/v1/jobs/${id}/events`);
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Pages may come faster than anybody reads.
    const redraw = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, REDRAW_EVERY_MS);
    };
    stream.addEventListener('job', redraw);
    return () => {
      stream.close();
      clearTimeout(timer);
    };
  }, [id, router]);
  return null;
};
