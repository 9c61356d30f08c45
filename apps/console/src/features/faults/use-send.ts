'use client';
import { ProblemError } from '@inkproof/contract';
import { useState } from 'react';
import { isCancelled, isPasskeyFault } from '../factors/passkey-ceremony';
import { useStepUp } from '../step-up/use-step-up';
import { shownProblem, type ShownProblem } from './shown-problem';

/** Nothing answered: the network, or everything behind it, is away. */
const unreachable: ShownProblem = { code: 'capacity.store_unavailable', requestId: '' };

const problemOf = (error: unknown): ShownProblem | null => {
  if (error instanceof ProblemError) return shownProblem(error.problem);
  if (isCancelled(error)) return null;
  return isPasskeyFault(error) ? { code: 'passkey.refused', requestId: '' } : unreachable;
};

/** Sends one thing at a time from a leaf, and keeps what was refused last until the next try or until it is forgotten. */
export const useSend = () => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  const stepUp = useStepUp();
  /** Whether it was done. An act that needs a confirmation asks for it in place, and is done again once there is one. */
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work().catch(async (error: unknown) => {
        if (!(error instanceof ProblemError) || error.problem.code !== 'session.step_up_required' || !(await stepUp())) throw error;
        await work();
      });
      return true;
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, send, forget: () => setProblem(null) };
};
