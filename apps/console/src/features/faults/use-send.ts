'use client';
import { ProblemError } from '@inkproof/contract';
import { useState } from 'react';
import { shownProblem, type ShownProblem } from './problem-notice';

/** Nothing answered: the network, or everything behind it, is away. */
const unreachable: ShownProblem = { code: 'capacity.store_unavailable', requestId: '' };

/** Sends one thing at a time from a leaf, and keeps what was refused last until the next try or until it is forgotten. */
export const useSend = () => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem | null>(null);
  /** Whether it was done. */
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(error instanceof ProblemError ? shownProblem(error.problem) : unreachable);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, send, forget: () => setProblem(null) };
};
