'use client';
import { api, ProblemError, problems, type Job, type Problem, type Recognition } from '@inkproof/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { browserApi, browserApiOver } from '../../browser-api';
import { hasEnded } from '../jobs/has-ended';
import { fieldsOf, type ReadingWish } from './reading-wish';
import { sendWithProgress } from '../../send-with-progress';
import { watchJob } from './watch-job';

export interface Picture {
  file: File;
  /** An address of the file inside this browser. */
  address: string;
}

export type Desk =
  | { state: 'empty' }
  | { state: 'sending'; picture: Picture; sentShare: number }
  | { state: 'reading'; picture: Picture; job: Job }
  | { state: 'read'; picture: Picture; recognition: Recognition; job: Job }
  | { state: 'refused'; picture: Picture; problem: Problem };

/** Where no answer came at all. */
const unreachable: Problem = { type: 'about:blank', title: '', status: 0, code: 'capacity.store_unavailable', detail: '', request_id: '', retryable: true, billed: false };

/** What the install would refuse, refused before it has travelled: the proxy between would cut a body this size rather than pass it on. */
const tooLarge = (maxBytes: number, actual: number): Problem => ({ ...unreachable, status: 413, code: 'request.too_large', retryable: false, limit: { name: 'max_bytes', max: maxBytes, actual } });

/** Why the one document of a job has no result. */
const problemOf = (job: Job): Problem => {
  const failed = job.documents[0]?.problem;
  if (!failed) return { ...unreachable, request_id: job.request_id };
  const { status, title, retryable } = problems[failed.code];
  return { ...unreachable, ...failed, status, title, retryable, request_id: job.request_id };
};

/** One file at a time: sent, being read as a job, read or refused. Cancelling returns to what lay on the desk before. */
export const useReading = (maxBytes: number) => {
  const [desk, setDesk] = useState<Desk>({ state: 'empty' });
  const running = useRef<AbortController | null>(null);
  const before = useRef<Desk>({ state: 'empty' });
  const address = useRef<string | null>(null);

  const send = useCallback(
    async (picture: Picture, wish: ReadingWish) => {
      running.current?.abort();
      const stop = new AbortController();
      running.current = stop;
      const show = (next: Desk) => !stop.signal.aborted && setDesk(next);
      if (picture.file.size > maxBytes) return setDesk({ state: 'refused', picture, problem: tooLarge(maxBytes, picture.file.size) });
      setDesk({ state: 'sending', picture, sentShare: 0 });
      const call = browserApiOver(sendWithProgress((sentShare) => show({ state: 'sending', picture, sentShare })));
      try {
        let job = await call(api.jobs.create, { file: picture.file, fileName: picture.file.name, options: fieldsOf(wish), signal: stop.signal });
        stop.signal.addEventListener('abort', () => hasEnded(job.status) || void browserApi(api.jobs.cancel, { params: { id: job.id } }).catch(() => undefined));
        show({ state: 'reading', picture, job });
        job = await watchJob(job, stop.signal, (seen) => show({ state: 'reading', picture, job: (job = seen) }));
        if (!job.documents[0]?.recognition) return show({ state: 'refused', picture, problem: problemOf(job) });
        const recognition = await browserApi(api.jobs.document, { params: { id: job.id, number: 1 }, signal: stop.signal });
        show({ state: 'read', picture, recognition, job });
      } catch (error) {
        show({ state: 'refused', picture, problem: error instanceof ProblemError ? error.problem : unreachable });
      }
    },
    [maxBytes],
  );

  const read = useCallback(
    (file: File, wish: ReadingWish) => {
      if (address.current) URL.revokeObjectURL(address.current);
      address.current = URL.createObjectURL(file);
      before.current = { state: 'empty' };
      return send({ file, address: address.current }, wish);
    },
    [send],
  );

  const again = useCallback(
    (current: Desk, wish: ReadingWish) => {
      if (current.state === 'empty') return;
      before.current = current;
      return send(current.picture, wish);
    },
    [send],
  );

  const cancel = useCallback(() => {
    running.current?.abort();
    setDesk(before.current);
  }, []);

  useEffect(
    () => () => {
      running.current?.abort();
      if (address.current) URL.revokeObjectURL(address.current);
    },
    [],
  );

  return { desk, read, again, cancel };
};
