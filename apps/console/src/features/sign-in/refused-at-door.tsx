'use client';
import { Bar } from '@inkproof/ui';
import type { ShownProblem } from '../faults/shown-problem';
import { useTold } from '../faults/use-told';

/** What was refused, for somebody who is not signed in: no way to sign in again, which is where they are. */
export const RefusedAtDoor = ({ problem }: { problem: ShownProblem | null }) => {
  const told = useTold(problem);
  return told ? (
    <Bar tone="zhu" live="assertive" title={told.title}>
      {told.body}
    </Bar>
  ) : null;
};
