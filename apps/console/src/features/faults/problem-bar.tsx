'use client';
import { Bar } from '@inkproof/ui';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ShownProblem } from './shown-problem';
import { useTold } from './use-told';

/** A refusal above the form or list that met it. A session that ended meanwhile is a way to sign in again. */
export const ProblemBar = ({ problem }: { problem: ShownProblem | null }) => {
  const faults = useTranslations('faults');
  const common = useTranslations('common');
  const told = useTold(problem);
  const pathname = usePathname();
  if (!problem || !told) return null;
  return (
    <Bar
      tone="zhu"
      live="assertive"
      title={told.title}
      action={
        problem.status === 401 ? (
          <a className="link nw" href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
            {faults('signInAgain')}
          </a>
        ) : problem.remedy ? (
          <Link className="link nw" href={problem.remedy}>
            {faults('remedy')}
          </Link>
        ) : undefined
      }
    >
      {told.body}
      {problem.errors?.map((error) => (
        <div key={error.field + error.message}>
          <span className="mono">{error.field}</span> <span lang="en">{error.message}</span>
        </div>
      ))}
      {problem.requestId ? (
        <div className="small dim mt-1">
          {common('requestId')} <span className="id">{problem.requestId}</span>
        </div>
      ) : null}
    </Bar>
  );
};
