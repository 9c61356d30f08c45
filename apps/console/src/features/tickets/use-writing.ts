'use client';
import { useToast } from '@inkproof/ui';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useSend } from '../faults/use-send';

/** Words that are being written on a ticket: kept in this browser until they are sent, so that nothing is lost by leaving the page. */
export const useWriting = (draftKey: string) => {
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send } = useSend();
  const [words, setWords] = useState('');
  useEffect(() => setWords(sessionStorage.getItem(draftKey) ?? ''), [draftKey]);
  const write = (next: string) => {
    setWords(next);
    sessionStorage.setItem(draftKey, next);
  };
  /** Whether it was sent. */
  const post = async (work: (words: string) => Promise<unknown>, said: string): Promise<boolean> => {
    const whole = words.trim();
    if (!whole || !(await send(() => work(whole)))) return false;
    write('');
    say(said);
    router.refresh();
    return true;
  };
  return { busy, problem, words, write, post };
};
