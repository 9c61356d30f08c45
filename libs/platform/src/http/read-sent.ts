import type { Endpoint } from '@inkproof/contract';
import type { Request } from 'express';
import { readJson, readText } from './read-body.js';
import { lineForms } from './read-lines.js';

export const JSON_MAX_BYTES = 65_536;

const reading = new WeakMap<Request, Promise<unknown>>();

/** The body of a call as its endpoint takes it: JSON, or lines where it takes them. Read once however often it is asked for. */
export const readSent = (request: Request, endpoint: Pick<Endpoint, 'jsonMaxBytes' | 'takesLines'> = {}): Promise<unknown> => {
  const maxBytes = endpoint.jsonMaxBytes ?? JSON_MAX_BYTES;
  const read = endpoint.takesLines && lineForms[request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''];
  if (!read) return readJson(request, maxBytes);
  const sent = reading.get(request) ?? readText(request, maxBytes).then((text) => ({ ...request.query, items: read(text) }));
  reading.set(request, sent);
  return sent;
};
