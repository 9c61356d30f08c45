'use client';
import type { Call } from '@inkproof/contract';
import { useToast } from '@inkproof/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useSend } from '../faults/use-send';
import { useFiles } from './use-files';

/** Words that are being written on a ticket: kept in this browser until they are sent, so that nothing is lost by leaving the page. Files that go with them are not. */
export const useWriting = (draftKey: string) => {
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send } = useSend();
  const { files, setFiles, sent, sending } = useFiles();
  const [words, setWords] = useState('');
  useEffect(() => setWords(sessionStorage.getItem(draftKey) ?? ''), [draftKey]);
  const write = (next: string) => {
    setWords(next);
    sessionStorage.setItem(draftKey, next);
  };
  /** Whether it was sent. */
  const post = async (work: (words: string, call: Call, files: readonly File[]) => Promise<unknown>, said: string): Promise<boolean> => {
    const whole = words.trim();
    if (!whole || !(await send(() => sending((call, attached) => work(whole, call, attached))))) return false;
    write('');
    say(said);
    router.refresh();
    return true;
  };
  return { busy, problem, words, write, post, attaching: { files, onFiles: setFiles, sent } };
};
