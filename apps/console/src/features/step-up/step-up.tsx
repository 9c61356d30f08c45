'use client';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { StepUpDialog } from './step-up-dialog';
import { AskForStepUp, type AskStepUp } from './use-step-up';

/** Holds the one question of its kind, around every signed-in page. Acts that come while it stands wait for the same answer. */
export const StepUp = ({ children, email }: { children: ReactNode; email: string }) => {
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((confirmed: boolean) => void)[]>([]);
  const ask = useCallback<AskStepUp>(() => {
    setAsking(true);
    return new Promise((answer) => waiting.current.push(answer));
  }, []);
  const answer = (confirmed: boolean) => {
    setAsking(false);
    for (const tell of waiting.current.splice(0)) tell(confirmed);
  };
  return (
    <AskForStepUp value={ask}>
      {children}
      {asking ? <StepUpDialog email={email} onAnswer={answer} /> : null}
    </AskForStepUp>
  );
};
