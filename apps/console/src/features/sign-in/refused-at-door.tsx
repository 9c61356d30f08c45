'use client';
import { Bar } from '@inkproof/ui';
import { useLocale, useTranslations } from 'next-intl';
import { problemValues, type ShownProblem } from '../faults/problem-notice';

/** What was refused, for somebody who is not signed in: no way to sign in again, which is where they are. */
export const RefusedAtDoor = ({ problem }: { problem: ShownProblem | null }) => {
  const t = useTranslations('problems');
  const values = problemValues(problem ?? {}, useLocale());
  if (!problem) return null;
  return (
    <Bar tone="zhu" live="assertive" title={t(`${problem.code}.title`, values)}>
      {t(`${problem.code}.body`, values)}
    </Bar>
  );
};
