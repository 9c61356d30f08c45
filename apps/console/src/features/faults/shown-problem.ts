import type { Problem, ProblemCode } from '@inkproof/contract';

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
