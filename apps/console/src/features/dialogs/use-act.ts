'use client';
import { useToast } from '@inkproof/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useSend } from '../faults/use-send';

/**
 * An act behind a dialog: asked for, sent, and once it was done told and shown on the page.
 * `Asking` names the dialog that is open, where there are several.
 */
export const useAct = <Asking extends string = 'it'>() => {
  const router = useRouter();
  const say = useToast();
  const { busy, problem, send, forget } = useSend();
  const [asking, ask] = useState<Asking | null>(null);
  const close = () => {
    ask(null);
    forget();
  };
  const done = (said: string) => {
    close();
    say(said);
    router.refresh();
  };
  /** Whether it was done. */
  const act = async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    const isDone = await send(work);
    if (isDone) done(said);
    return isDone;
  };
  return { busy, problem, send, asking, ask, close, done, act };
};
