import 'server-only';
import { createClient, ProblemError, type Call, type ProblemCode } from '@inkproof/contract';
import { headers } from 'next/headers';
import { notFound, redirect, unstable_rethrow } from 'next/navigation';
import { readConfig } from './config';
import { PageProblem } from './features/faults/page-problem';

/** What the API must know about the person behind a page: their session, and where they call from. */
const onBehalf = async (): Promise<Record<string, string>> => {
  const asked = await headers();
  return Object.fromEntries(['cookie', 'x-forwarded-for', 'x-forwarded-proto'].flatMap((name) => (asked.get(name) ? [[name, asked.get(name) ?? '']] : [])));
};

/** The API as a page asks it. It throws what the API refused; see `call` for what a page wants instead. */
export const ask: Call = (endpoint, given) => createClient({ baseUrl: readConfig().apiUrl, headers: onBehalf, fetch: (input, init) => fetch(input, { ...init, cache: 'no-store' }) })(endpoint, given);

const refuse = async (error: unknown): Promise<never> => {
  // Next's own word that a page is made per visit is no refusal: a build printed it as one.
  unstable_rethrow(error);
  if (!(error instanceof ProblemError)) throw new PageProblem('capacity.store_unavailable', '', error);
  if (error.problem.status === 401) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`);
  // Somebody else's word made them an owner while they were signed in.
  if (error.problem.code === 'mfa.enrolment_required') redirect(`/enrol?next=${encodeURIComponent((await headers()).get('x-path') ?? '/')}`);
  if (error.problem.status === 404) notFound();
  throw new PageProblem(error.problem.code, error.problem.request_id, error);
};

/** The API for pages: without a session it leads to the sign-in, a missing thing is the not-found page, and any other refusal reaches the error page by its code. */
export const call: Call = (endpoint, given) => ask(endpoint, given).catch(refuse);

/** For pages that have something of their own to say to certain refusals of an `ask`: the code of one of them, or what was answered. */
export const orRefused = <Answer>(codes: readonly ProblemCode[], answer: Promise<Answer>): Promise<Answer | ProblemCode> =>
  answer.catch((error: unknown) => (error instanceof ProblemError && codes.includes(error.problem.code) ? error.problem.code : refuse(error)));
