'use client';
import { useToast } from '@inkproof/ui';
import { useEffect } from 'react';
import type { ShownProblem } from './shown-problem';
import { useTold } from './use-told';

/** Says what was refused where there is no dialog to say it in. */
export const useProblemToast = (problem: ShownProblem | null): void => {
  const title = useTold(problem)?.title;
  const say = useToast();
  useEffect(() => {
    if (problem && title) say(title, 'zhu');
  }, [problem, title, say]);
};
