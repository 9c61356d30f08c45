import type { IncomingMessage } from 'node:http';
import { Refusal } from '@inkproof/contract';
import getRawBody from 'raw-body';

/** A refusal for a body that passed a size; `name` is the limit's name in the answer. */
export const tooLarge = (name: string, maxBytes: number, actualBytes?: number): Refusal =>
  new Refusal('request.too_large', `The body is larger than ${maxBytes} bytes`, { limit: { name, max: maxBytes, actual: actualBytes } });

/**
 * The whole body, never more than `maxBytes` of it in memory.
 * Refuses with request.too_large, or request.interrupted when the caller hangs up first.
 */
export const readBody = async (request: IncomingMessage, maxBytes: number, name = 'body_bytes'): Promise<Buffer> => {
  // Who hung up while the door was asking who they are leaves a stream that will say nothing more.
  if (request.readableAborted) throw new Refusal('request.interrupted');
  const length = request.headers['content-length'];
  try {
    return await getRawBody(request, { limit: maxBytes, length });
  } catch (error) {
    const { type } = error as { type?: string };
    if (type === 'entity.too.large') throw tooLarge(name, maxBytes, length === undefined ? undefined : Number(length));
    if (type === 'request.aborted' || type === 'request.size.invalid') throw new Refusal('request.interrupted');
    throw error;
  }
};

/** The same as text in UTF-8. */
export const readText = async (request: IncomingMessage, maxBytes: number): Promise<string> => (await readBody(request, maxBytes)).toString('utf8');

const parsed = new WeakMap<IncomingMessage, Promise<unknown>>();

const readJsonOnce = async (request: IncomingMessage, maxBytes: number): Promise<unknown> => {
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw new Refusal('request.unsupported_type', `This address takes application/json, not ${mediaType ?? 'a body without a content type'}`);
  const bytes = await readBody(request, maxBytes);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal('request.invalid', 'The body is not well-formed JSON', { errors: [{ field: '', message: 'is not well-formed JSON' }] });
  }
};

/** The JSON body. Read once however often it is asked for, because a guard and a handler may both need it. */
export const readJson = (request: IncomingMessage, maxBytes: number): Promise<unknown> => {
  const reading = parsed.get(request) ?? readJsonOnce(request, maxBytes);
  parsed.set(request, reading);
  return reading;
};
