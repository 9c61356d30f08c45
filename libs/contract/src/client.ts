import { z } from 'zod';
import type { Endpoint } from './endpoint.js';
import { Problem } from './problem.js';

/** The API said no; `problem` says why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly problem: Problem,
    readonly headers: Headers,
  ) {
    super(`${problem.code}: ${problem.detail}`);
  }
}

type Input<T> = T extends z.ZodType ? z.input<T> : never;
type Output<T> = T extends z.ZodType ? z.output<T> : void;
type Given<E extends Endpoint> = {
  params?: Input<NonNullable<E['params']>>;
  query?: Input<NonNullable<E['query']>>;
  body?: Input<NonNullable<E['body']>>;
  /** Sent as multipart `file`, beside the options. */
  file?: Blob;
  fileName?: string;
  options?: Record<string, string>;
  /** Sent with the body, whose members then are fields of a form. */
  files?: readonly File[];
  /** Makes a repetition of this call answer as the first did. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

export interface ClientSettings {
  /** Empty in a browser that talks to its own origin. */
  baseUrl: string;
  headers?: Record<string, string> | (() => Promise<Record<string, string>>);
  fetch?: typeof fetch;
}

export type Call = <E extends Endpoint>(endpoint: E, given?: Given<E>) => Promise<Output<NonNullable<E['reply']>>>;

const fill = (path: string, params: Record<string, string> = {}): string => path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const search = (query: Record<string, unknown> = {}): string => {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) pairs.set(name, String(value));
  return pairs.size ? `?${pairs}` : '';
};

const form = (file: Blob, fileName: string | undefined, options: Record<string, string> = {}): FormData => {
  const body = new FormData();
  for (const [name, value] of Object.entries(options)) body.set(name, value);
  body.set('file', file, fileName);
  return body;
};

const withFiles = (fields: object, files: readonly File[]): FormData => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.set(name, String(value));
  for (const file of files) body.append('file', file, file.name);
  return body;
};

/** What is sent: a form where files go with it, else JSON. */
const sentOf = ({ file, fileName, options, files, body }: Given<Endpoint>): FormData | string | undefined => {
  if (file) return form(file, fileName, options);
  if (files?.length) return withFiles(body ?? {}, files);
  return body === undefined ? undefined : JSON.stringify(body);
};

/** A newer API may refuse by a code that this client does not know yet; that is a problem all the same. */
const FromAnyVersion = Problem.extend({ code: z.string() });

/** What a refused answer says, also where something between us and the API answered in its place. */
const problemOf = async (response: Response): Promise<Problem> => {
  const said = FromAnyVersion.safeParse(await response.json().catch(() => null));
  if (said.success) return said.data as Problem;
  return {
    type: 'about:blank',
    title: response.statusText || 'No answer',
    status: response.status,
    code: response.status >= 500 ? 'capacity.store_unavailable' : 'request.invalid',
    detail: `The answer (${response.status}) did not come from the API`,
    request_id: response.headers.get('x-request-id') ?? '',
    retryable: response.status >= 500,
    billed: false,
  };
};

/**
 * A typed client of this API for any runtime with `fetch`.
 * `call(api.keys.issue, { body: { label: 'billing' } })` answers an IssuedKey or throws a ProblemError.
 */
export const createClient = (settings: ClientSettings): Call => {
  const send = settings.fetch ?? fetch;
  return async (endpoint, given = {}) => {
    const headers = new Headers(typeof settings.headers === 'function' ? await settings.headers() : settings.headers);
    const body = sentOf(given as Given<Endpoint>);
    if (typeof body === 'string') headers.set('content-type', 'application/json');
    if (given.idempotencyKey !== undefined) headers.set('idempotency-key', given.idempotencyKey);
    const response = await send(settings.baseUrl + fill(endpoint.path, given.params as Record<string, string>) + search(given.query as Record<string, unknown>), {
      method: endpoint.method,
      headers,
      body,
      signal: given.signal,
    });
    if (!response.ok) throw new ProblemError(await problemOf(response), response.headers);
    return (endpoint.reply ? endpoint.reply.parse(await response.json()) : undefined) as never;
  };
};
