import type { TenantCaller } from '@inkproof/identity';
import { askerOf, idempotencyKeyOf, type Answer, type IdempotentCalls, type Statement } from '@inkproof/platform';
import type { Request } from 'express';
import { mediaTypeOf, type Source } from './read-upload.js';

/** Writes an answer down in the transaction of what it tells of. */
export type Keeping = (answer: Answer) => Statement;

const bytesOf = (source: Source): string | Uint8Array => ('url' in source ? source.url : source.file);

/**
 * Runs an upload once for each Idempotency-Key. Uploads are the same when their files, their options and their content
 * type are: the boundary that a program draws anew for every form is not looked at.
 */
export const answerOnce = async (
  calls: IdempotentCalls,
  request: Request,
  caller: TenantCaller,
  { sources, options }: { sources: readonly Source[]; options: object },
  run: (keeping?: Keeping) => Promise<Answer>,
): Promise<Answer & { isReplay: boolean }> => {
  const key = idempotencyKeyOf(request.headers);
  if (key === undefined) return { ...(await run()), isReplay: false };
  const asked = [mediaTypeOf(request), String(request.query['async'] ?? ''), JSON.stringify(options), ...sources.map(bytesOf)];
  return calls.once({ asker: askerOf(caller), route: `POST ${request.path}`, key, asked }, run);
};
