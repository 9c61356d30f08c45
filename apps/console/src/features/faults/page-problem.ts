import type { ProblemCode } from '@inkproof/contract';

/**
 * A refusal that a whole page meets. In production the browser is told nothing about an error but its digest,
 * so the code and the request id travel there: `problem|capacity.busy|req_…`.
 */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';
  readonly digest: string;

  constructor(code: ProblemCode, requestId: string, cause: unknown) {
    super(code, { cause });
    this.digest = `problem|${code}|${requestId}`;
  }
}

/** What an error page may know: our code and id, or, for a fault of the console itself, only the digest it is logged under. */
export const readDigest = (digest: string | undefined): { code: ProblemCode; requestId: string } => {
  const [kind, code, requestId] = (digest ?? '').split('|');
  return kind === 'problem' && code ? { code: code as ProblemCode, requestId: requestId ?? '' } : { code: 'server.fault', requestId: digest ?? '' };
};
