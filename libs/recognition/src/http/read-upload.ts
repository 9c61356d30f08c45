import { Busboy } from '@fastify/busboy';
import { imageTypes, RecognitionByJson, RecognitionOptions, Refusal } from '@inkproof/contract';
import { match, readBody, readJson, tooLarge } from '@inkproof/platform';
import type { Request } from 'express';

export interface Upload {
  file: Buffer;
  options: RecognitionOptions;
}

const LIMIT = 'upload_bytes';
const FIELD_MAX_BYTES = 4_096;
const FIELDS_MAX = 20;
const rawTypes: readonly string[] = [...imageTypes, 'application/octet-stream'];

/** Base64 is four characters for three bytes; the options beside it are small. */
const jsonMaxBytes = (maxBytes: number): number => Math.ceil(maxBytes / 3) * 4 + 65_536;

const mediaTypeOf = (request: Request): string => request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';

/** The file and the options of a call to recognise, in whichever of the three forms it came. */
export const readUpload = async (request: Request, maxBytes: number): Promise<Upload> => {
  const mediaType = mediaTypeOf(request);
  if (mediaType === 'multipart/form-data') return readMultipart(request, maxBytes);
  if (mediaType === 'application/json') return readFromJson(request, maxBytes);
  if (!rawTypes.includes(mediaType))
    throw new Refusal('request.unsupported_type', `Send the picture as multipart/form-data with a field called file, as application/json with image.base64, or raw with one of ${rawTypes.join(', ')}. This was ${mediaType || 'without a content type'}.`);
  const options = match(RecognitionOptions, request.query);
  return { file: await readBody(request, maxBytes, LIMIT), options };
};

const readFromJson = async (request: Request, maxBytes: number): Promise<Upload> => {
  const given = await readJson(request, jsonMaxBytes(maxBytes));
  // Spreading a text or a list would make a member of each of its millions of characters.
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  const { image, ...options } = match(RecognitionByJson, isObject ? { ...request.query, ...given } : given);
  const file = Buffer.from(image.base64, 'base64');
  if (file.length > maxBytes) throw tooLarge(LIMIT, maxBytes, file.length);
  return { file, options };
};

const readMultipart = async (request: Request, maxBytes: number): Promise<Upload> => {
  const { file, fields } = await parseMultipart(request, maxBytes);
  const options = match(RecognitionOptions, { ...request.query, ...fields });
  if (!file) throw new Refusal('image.missing', 'The form has no file in a field called file.');
  return { file, options };
};

/** One file in `file` and a few short fields; everything else is refused by name, and nothing is written to disk. */
const parseMultipart = (request: Request, maxBytes: number): Promise<{ file?: Buffer; fields: Record<string, unknown> }> =>
  new Promise((resolve, reject) => {
    const refuse = (refusal: unknown) => {
      request.unpipe(parser);
      // What is still on its way is let go by, so that the caller can read the answer.
      request.resume();
      reject(refusal);
    };
    const broken = () => refuse(request.complete ? new Refusal('request.invalid', 'The multipart body is not well-formed.') : new Refusal('request.interrupted'));
    const fields: Record<string, unknown> = {};
    let file: Buffer | undefined;
    const parser = openParser(request, maxBytes);
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A file that breaks off says so by itself, and an error that nobody hears would end the process.
      stream.on('error', broken);
      stream.on('limit', () => refuse(tooLarge(LIMIT, maxBytes)));
      stream.on('end', () => {
        if (name !== 'file') refuse(new Refusal('request.invalid', `The file came in the field ${JSON.stringify(name)}; it belongs in file.`, { errors: [{ field: name, message: 'must be called file' }] }));
        else file = Buffer.concat(chunks);
      });
    });
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut) return refuse(new Refusal('request.invalid', `The field ${JSON.stringify(name)} is longer than ${FIELD_MAX_BYTES} bytes.`, { errors: [{ field: name, message: 'is too long' }] }));
      fields[name] = Object.hasOwn(fields, name) ? [fields[name], value].flat() : value;
    });
    parser.on('filesLimit', () => refuse(new Refusal('request.invalid', 'One call takes one file.', { errors: [{ field: 'file', message: 'was sent more than once' }] })));
    parser.on('error', broken);
    parser.on('finish', () => resolve({ file, fields }));
    // Who hung up while the door was asking who they are leaves a stream that will say nothing more.
    if (request.readableAborted) return refuse(new Refusal('request.interrupted'));
    request.once('aborted', () => refuse(new Refusal('request.interrupted')));
    request.pipe(parser);
  });

const openParser = (request: Request, maxBytes: number): InstanceType<typeof Busboy> => {
  try {
    return new Busboy({ headers: request.headers as { 'content-type': string }, limits: { files: 1, fileSize: maxBytes, fields: FIELDS_MAX, fieldSize: FIELD_MAX_BYTES } });
  } catch {
    throw new Refusal('request.invalid', 'The multipart content type has no boundary.');
  }
};
