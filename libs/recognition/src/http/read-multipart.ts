import { Busboy } from '@fastify/busboy';
import { Refusal } from '@inkproof/contract';
import { tooLarge } from '@inkproof/platform';
import type { Request } from 'express';

export interface FormLimits {
  /** Of all files together. */
  maxBytes: number;
  maxFileBytes: number;
  maxFiles: number;
}

export interface Form {
  /** In the order in which they came. */
  files: Buffer[];
  fields: Record<string, unknown>;
}

/** The name of the limit in a refusal. */
export const UPLOAD_LIMIT = 'upload_bytes';
/** The same of all files of a job together. */
export const JOB_LIMIT = 'job_bytes';

const FIELD_MAX_BYTES = 4_096;
/** A recipe tells of every page. */
const LONG_FIELD_MAX_BYTES = 65_536;
const LONG_FIELDS = ['recipe'];
const FIELDS_MAX = 20;

const mayHold = (field: string): number => (LONG_FIELDS.includes(field) ? LONG_FIELD_MAX_BYTES : FIELD_MAX_BYTES);

/** Files in `file` and a few short fields; everything else is refused by name, and nothing is written to disk. */
export const readMultipart = (request: Request, { maxBytes, maxFileBytes, maxFiles }: FormLimits): Promise<Form> =>
  new Promise((resolve, reject) => {
    const refuse = (refusal: unknown) => {
      request.unpipe(parser);
      // What is still on its way is let go by, so that the caller can read the answer.
      request.resume();
      reject(refusal);
    };
    const broken = () => refuse(request.complete ? new Refusal('request.invalid', 'The multipart body is not well-formed.') : new Refusal('request.interrupted'));
    const fields: Record<string, unknown> = {};
    const files: Buffer[] = [];
    let totalBytes = 0;
    const parser = openParser(request, maxFileBytes, maxFiles);
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        totalBytes += chunk.length;
        if (totalBytes > maxBytes) return refuse(tooLarge(maxFiles === 1 ? UPLOAD_LIMIT : JOB_LIMIT, maxBytes));
        chunks.push(chunk);
      });
      // A file that breaks off says so by itself, and an error that nobody hears would end the process.
      stream.on('error', broken);
      stream.on('limit', () => refuse(tooLarge(UPLOAD_LIMIT, maxFileBytes)));
      stream.on('end', () => {
        if (name !== 'file') refuse(new Refusal('request.invalid', `The file came in the field ${JSON.stringify(name)}; it belongs in file.`, { errors: [{ field: name, message: 'must be called file' }] }));
        else files.push(Buffer.concat(chunks));
      });
    });
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut || Buffer.byteLength(value) > mayHold(name)) return refuse(new Refusal('request.invalid', `The field ${JSON.stringify(name)} is longer than ${mayHold(name)} bytes.`, { errors: [{ field: name, message: 'is too long' }] }));
      fields[name] = Object.hasOwn(fields, name) ? [fields[name], value].flat() : value;
    });
    parser.on('filesLimit', () =>
      refuse(new Refusal('request.invalid', maxFiles === 1 ? 'One call takes one file. Send several as a job.' : `One job takes ${maxFiles} files.`, { errors: [{ field: 'file', message: 'was sent more often than it may be' }] })),
    );
    parser.on('error', broken);
    parser.on('finish', () => resolve({ files, fields }));
    // Who hung up while the door was asking who they are leaves a stream that will say nothing more.
    if (request.readableAborted) return refuse(new Refusal('request.interrupted'));
    request.once('aborted', () => refuse(new Refusal('request.interrupted')));
    request.pipe(parser);
  });

const openParser = (request: Request, maxFileBytes: number, maxFiles: number): InstanceType<typeof Busboy> => {
  try {
    return new Busboy({ headers: request.headers as { 'content-type': string }, limits: { files: maxFiles, fileSize: maxFileBytes, fields: FIELDS_MAX, fieldSize: LONG_FIELD_MAX_BYTES } });
  } catch {
    throw new Refusal('request.invalid', 'The multipart content type has no boundary.');
  }
};
