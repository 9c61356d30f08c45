import type { Problem, ProblemCode } from '@inkproof/contract';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export interface ShownProblem {
  code: ProblemCode;
  status?: number;
  requestId: string;
  errors?: Problem['errors'];
  /** The limit that was passed, already with its unit. */
  max?: string;
  retryAfterMs?: number;
  /** Where a person does what is missing, in this console. */
  remedy?: string;
}

const pathOf = (address: string): string => new URL(address).pathname + new URL(address).search;

/** What the API refused, as a screen shows it. */
export const shownProblem = (problem: Problem, max?: string): ShownProblem => ({ code: problem.code, status: problem.status, requestId: problem.request_id, errors: problem.errors, max, retryAfterMs: problem.retry_after_ms, remedy: problem.remedy && pathOf(problem.remedy) });

/** What may stand in a message: the limit, and the time until a retry can succeed. */
export const problemValues = ({ max, retryAfterMs }: Pick<ShownProblem, 'max' | 'retryAfterMs'>, locale: string) => ({
  hasMax: String(Boolean(max)),
  max: max ?? '',
  hasSeconds: String(Boolean(retryAfterMs)),
  seconds: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Math.max(0.1, Math.ceil((retryAfterMs ?? 0) / 100) / 10)),
});

/** A refusal in the order people need it: what happened; whether it was billed or stored; what to do; the code and the id. */
export const ProblemNotice = ({ problem, as: Title = 'h2', actions }: { problem: ShownProblem; as?: 'h1' | 'h2'; actions?: ReactNode }) => {
  const t = useTranslations('problems');
  const faults = useTranslations('faults');
  const common = useTranslations('common');
  const values = problemValues(problem, useLocale());
  return (
    <div className="fault" role="alert">
      <p className="fault-h">
        {problem.status} {problem.code}
      </p>
      <Title>{t(`${problem.code}.title`, values)}</Title>
      <p className="sub mt-1">{t(`${problem.code}.body`, values)}</p>
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
  );
};
