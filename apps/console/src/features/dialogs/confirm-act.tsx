'use client';
import { ConfirmDialog } from '@inkproof/ui';
import type { ComponentProps } from 'react';
import { ProblemBar } from '../faults/problem-bar';
import type { ShownProblem } from '../faults/shown-problem';

/** The last question before an act that cannot be undone, with why it was refused where it was. */
export const ConfirmAct = ({ problem, children, ...question }: ComponentProps<typeof ConfirmDialog> & { problem: ShownProblem | null }) => (
  <ConfirmDialog {...question}>
    {children}
    {problem ? (
      <div className="mt-4">
        <ProblemBar problem={problem} />
      </div>
    ) : null}
  </ConfirmDialog>
);
