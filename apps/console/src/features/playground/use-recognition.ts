'use client';
import { api, ProblemError, type Problem, type Recognition } from '@inkproof/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { browserApiOver } from '../../browser-api';
import { sendWithProgress } from './send-with-progress';

export interface Picture {
  file: File;
  /** An address of the file inside this browser. */
  address: string;
}

export type Desk =
  | { state: 'empty' }
  | { state: 'sending'; picture: Picture; sentShare: number }
  | { state: 'read'; picture: Picture; recognition: Recognition }
  | { state: 'refused'; picture: Picture; problem: Problem };

/** Where no answer came at all. */
const unreachable: Problem = { type: 'about:blank', title: '', status: 0, code: 'capacity.store_unavailable', detail: '', request_id: '', retryable: true, billed: false };

/** What the install would refuse, refused before it has travelled: the proxy between would cut a body this size rather than pass it on. */
const tooLarge = (maxBytes: number, actual: number): Problem => ({ ...unreachable, status: 413, code: 'request.too_large', retryable: false, limit: { name: 'max_bytes', max: maxBytes, actual } });

/** One picture at a time: sent, being read, read or refused. Cancelling returns to what lay on the desk before. */
export const useRecognition = (maxBytes: number) => {
  const [desk, setDesk] = useState<Desk>({ state: 'empty' });
  const running = useRef<AbortController | null>(null);
  const before = useRef<Desk>({ state: 'empty' });
  const address = useRef<string | null>(null);

  const send = useCallback(async (picture: Picture, languages: readonly string[]) => {
    running.current?.abort();
    const stop = new AbortController();
    running.current = stop;
    if (picture.file.size > maxBytes) return setDesk({ state: 'refused', picture, problem: tooLarge(maxBytes, picture.file.size) });
    setDesk({ state: 'sending', picture, sentShare: 0 });
    const call = browserApiOver(sendWithProgress((sentShare) => !stop.signal.aborted && setDesk({ state: 'sending', picture, sentShare })));
    try {
      const recognition = await call(api.recognitions.create, { file: picture.file, fileName: picture.file.name, options: { languages: languages.join(',') }, signal: stop.signal });
      if (!stop.signal.aborted) setDesk({ state: 'read', picture, recognition });
    } catch (error) {
      if (!stop.signal.aborted) setDesk({ state: 'refused', picture, problem: error instanceof ProblemError ? error.problem : unreachable });
    }
  }, [maxBytes]);

  const read = useCallback((file: File, languages: readonly string[]) => {
    if (address.current) URL.revokeObjectURL(address.current);
    address.current = URL.createObjectURL(file);
    before.current = { state: 'empty' };
    return send({ file, address: address.current }, languages);
  }, [send]);

  const again = useCallback((current: Desk, languages: readonly string[]) => {
    if (current.state === 'empty') return;
    before.current = current;
    return send(current.picture, languages);
  }, [send]);

  const cancel = useCallback(() => {
    running.current?.abort();
    setDesk(before.current);
  }, []);

  useEffect(() => () => {
    running.current?.abort();
    if (address.current) URL.revokeObjectURL(address.current);
  }, []);

  return { desk, read, again, cancel };
};
