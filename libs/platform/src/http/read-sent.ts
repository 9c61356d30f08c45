import type { Endpoint } from '@inkproof/contract';
import type { Request } from 'express';
import { readJson, readText } from './read-body.js';
import { readForm, type Form, type SentFile } from './read-form.js';
import { lineForms } from './read-lines.js';

export const JSON_MAX_BYTES = 65_536;

type Reads = Pick<Endpoint, 'jsonMaxBytes' | 'takesLines' | 'attaches'>;

const reading = new WeakMap<Request, Promise<unknown>>();
const forms = new WeakMap<Request, Promise<Form>>();

const mediaTypeOf = (request: Request): string => request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';

/** The form in which files come with a body; undefined where there is none. Read once however often it is asked for. */
const formOf = (request: Request, { attaches }: Reads): Promise<Form> | undefined => {
  if (!attaches || mediaTypeOf(request) !== 'multipart/form-data') return undefined;
  const read = forms.get(request) ?? readForm(request, { ...attaches, names: { file: 'file_bytes', all: 'files_bytes' }, tooMany: `${attaches.maxFiles} files at most go with one message.` });
  forms.set(request, read);
  return read;
};

/** The body of a call as its endpoint takes it: JSON, a form, or lines where it takes them. Read once however often it is asked for. */
export const readSent = async (request: Request, endpoint: Reads = {}): Promise<unknown> => {
  const form = formOf(request, endpoint);
  if (form) return (await form).fields;
  const maxBytes = endpoint.jsonMaxBytes ?? JSON_MAX_BYTES;
  const read = endpoint.takesLines && lineForms[mediaTypeOf(request)];
  if (!read) return readJson(request, maxBytes);
  const sent = reading.get(request) ?? readText(request, maxBytes).then((text) => ({ ...request.query, items: read(text) }));
  reading.set(request, sent);
  return sent;
};

/** The files that came with it. */
export const filesSent = async (request: Request, endpoint: Reads = {}): Promise<readonly SentFile[]> => (await formOf(request, endpoint))?.files ?? [];
