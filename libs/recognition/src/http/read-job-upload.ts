import { documentTypes, JobByJson, RecognitionOptions, Refusal } from '@inkproof/contract';
import { match } from '@inkproof/platform';
import type { Request } from 'express';
import { readMultipart, type FormLimits } from './read-multipart.js';
import { decoded, mediaTypeOf, queryOf, readJsonOver, readUpload, type Source } from './read-upload.js';

export interface JobUpload {
  documents: { source: Source; tag: string | null }[];
  options: RecognitionOptions;
}

/** The files and the options of a job, in whichever form they came: one document in every form of a call, several in a form or as JSON. */
export const readJobUpload = async (request: Request, { maxBytes, maxFileBytes, maxFiles }: FormLimits): Promise<JobUpload> => {
  const mediaType = mediaTypeOf(request);
  if (mediaType === 'multipart/form-data') {
    const { files, fields } = await readMultipart(request, { maxBytes, maxFileBytes, maxFiles });
    const options = match(RecognitionOptions, { ...queryOf(request), ...fields });
    if (!files.length) throw new Refusal('image.missing', 'The form has no file in a field called file.');
    return { documents: files.map((file) => ({ source: { file }, tag: null })), options };
  }
  if (mediaType === 'application/json') {
    const { documents, ...options } = match(JobByJson, await readJsonOver(request, maxBytes));
    return { documents: documents.map(({ image, tag }) => ({ source: 'url' in image ? image : { file: decoded(image.base64, maxFileBytes) }, tag: tag ?? null })), options };
  }
  const accepted: readonly string[] = [...documentTypes, 'application/octet-stream'];
  if (!accepted.includes(mediaType)) throw new Refusal('request.unsupported_type', `Send files as multipart/form-data in fields called file, as application/json with documents, or one file raw. This was ${mediaType || 'without a content type'}.`);
  const { source, options } = await readUpload(request, maxFileBytes);
  return { documents: [{ source, tag: null }], options };
};
