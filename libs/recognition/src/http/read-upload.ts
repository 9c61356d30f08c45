import { documentTypes, RecognitionByJson, RecognitionOptions, Refusal } from '@inkproof/contract';
import { match, readBody, readJson, tooLarge } from '@inkproof/platform';
import type { Request } from 'express';
import { readMultipart, UPLOAD_LIMIT } from './read-multipart.js';

/** A file, or where it is to be fetched from. */
export type Source = { file: Buffer } | { url: string };

export interface Upload {
  source: Source;
  options: RecognitionOptions;
}

const rawTypes: readonly string[] = [...documentTypes, 'application/octet-stream'];

/** Base64 is four characters for three bytes, and four more for the end of each line of 64; the options beside it are small, a recipe of many pages apart. */
const jsonMaxBytes = (maxBytes: number): number => Math.ceil((Math.ceil(maxBytes / 3) * 4 * 17) / 16) + 262_144;

export const mediaTypeOf = (request: Request): string => request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';

/** `async` says how to answer, not what to read, so it stands in the query only. A job is answered so in any case. */
export const queryOf = ({ query: { async: _async, ...options } }: Request): Record<string, unknown> => options;

/** Text in base64 to bytes, measured by what it holds. */
export const decoded = (base64: string, maxBytes: number): Buffer => {
  const file = Buffer.from(base64, 'base64');
  if (file.length > maxBytes) throw tooLarge(UPLOAD_LIMIT, maxBytes, file.length);
  return file;
};

/** The JSON body over the options in the query. */
export const readJsonOver = async (request: Request, maxBytes: number): Promise<unknown> => {
  const given = await readJson(request, jsonMaxBytes(maxBytes));
  // Spreading a text or a list would make a member of each of its millions of characters.
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  return isObject ? { ...queryOf(request), ...given } : given;
};

/** The file and the options of a call to recognise, in whichever form it came. */
export const readUpload = async (request: Request, maxBytes: number): Promise<Upload> => {
  const mediaType = mediaTypeOf(request);
  if (mediaType === 'multipart/form-data') return readForm(request, maxBytes);
  if (mediaType === 'application/json') {
    const { image, ...options } = match(RecognitionByJson, await readJsonOver(request, maxBytes));
    return { source: 'url' in image ? image : { file: decoded(image.base64, maxBytes) }, options };
  }
  if (!rawTypes.includes(mediaType))
    throw new Refusal('request.unsupported_type', `Send the file as multipart/form-data with a field called file, as application/json with image.base64 or image.url, or raw with one of ${rawTypes.join(', ')}. This was ${mediaType || 'without a content type'}.`);
  const options = match(RecognitionOptions, queryOf(request));
  return { source: { file: await readBody(request, maxBytes, UPLOAD_LIMIT) }, options };
};

const readForm = async (request: Request, maxBytes: number): Promise<Upload> => {
  const { files, fields } = await readMultipart(request, { maxBytes, maxFileBytes: maxBytes, maxFiles: 1 });
  const options = match(RecognitionOptions, { ...queryOf(request), ...fields });
  const [file] = files;
  if (!file) throw new Refusal('image.missing', 'The form has no file in a field called file.');
  return { source: { file }, options };
};
