'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ShownProblem } from './shown-problem';
import { useTold } from './use-told';

/** A refusal in the order people need it: what happened; whether it was billed or stored; what to do; the code and the id. */
export const ProblemNotice = ({ problem, as: Title = 'h2', actions }: { problem: ShownProblem; as?: 'h1' | 'h2'; actions?: ReactNode }) => {
  const faults = useTranslations('faults');
  const common = useTranslations('common');
  const told = useTold(problem);
  return told ? (
    <div className="fault" role="alert">
      <p className="fault-h">
        {problem.status} {problem.code}
      </p>
      <Title>{told.title}</Title>
      <p className="sub mt-1">{told.body}</p>
      {problem.errors?.length ? (
        <ul aria-label={faults('fields')}>
          {problem.errors.map((error) => (
            <li key={error.field + error.message}>
              <span className="mono">{error.field}</span>
              <span className="sub" lang="en">
                {error.message}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {problem.requestId ? (
        <p className="small dim mt-3">
          {common('requestId')} <span className="id">{problem.requestId}</span>
        </p>
      ) : null}
      {actions ? <div className="row wrap mt-4">{actions}</div> : null}
    </div>
  ) : null;
};
