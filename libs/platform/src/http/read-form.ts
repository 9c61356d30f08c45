import { Busboy } from '@fastify/busboy';
import { Refusal } from '@inkproof/contract';
import type { Request } from 'express';
import { tooLarge } from './read-body.js';

export interface FormLimits {
  /** Of all files together. */
  maxBytes: number;
  maxFileBytes: number;
  maxFiles: number;
  /** How the two limits of bytes are called in a refusal. */
  names: { file: string; all: string };
  /** What is said to whoever sends more files. */
  tooMany: string;
  /** Most bytes of fields that may be longer than others. */
  longFields?: Record<string, number>;
}

export interface SentFile {
  /** As the sender calls it, which may be anything. */
  name: string;
  bytes: Buffer;
}

export interface Form {
  /** In the order in which they came. */
  files: SentFile[];
  fields: Record<string, unknown>;
}

const FIELD_MAX_BYTES = 4_096;
const FIELDS_MAX = 20;

/** Files in `file` and a few short fields; everything else is refused by name, and nothing is written to disk. */
export const readForm = (request: Request, limits: FormLimits): Promise<Form> =>
  new Promise((resolve, reject) => {
    const { maxBytes, maxFileBytes, names, tooMany, longFields = {} } = limits;
    const mayHold = (field: string): number => (Object.hasOwn(longFields, field) ? longFields[field]! : FIELD_MAX_BYTES);
    const refuse = (refusal: unknown) => {
      request.unpipe(parser);
      // What is still on its way is let go by, so that the caller can read the answer.
      request.resume();
      reject(refusal);
    };
    const broken = () => refuse(request.complete ? new Refusal('request.invalid', 'The multipart body is not well-formed.') : new Refusal('request.interrupted'));
    const fields: Record<string, unknown> = {};
    const files: SentFile[] = [];
    let totalBytes = 0;
    const parser = openParser(request, limits);
    parser.on('file', (name, stream, fileName) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        totalBytes += chunk.length;
        if (totalBytes > maxBytes) return refuse(tooLarge(names.all, maxBytes));
        chunks.push(chunk);
      });
      // A file that breaks off says so by itself, and an error that nobody hears would end the process.
      stream.on('error', broken);
      stream.on('limit', () => refuse(tooLarge(names.file, maxFileBytes)));
      stream.on('end', () => {
        if (name !== 'file') refuse(new Refusal('request.invalid', `The file came in the field ${JSON.stringify(name)}; it belongs in file.`, { errors: [{ field: name, message: 'must be called file' }] }));
        else files.push({ name: fileName ?? '', bytes: Buffer.concat(chunks) });
      });
    });
    parser.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut || Buffer.byteLength(value) > mayHold(name)) return refuse(new Refusal('request.invalid', `The field ${JSON.stringify(name)} is longer than ${mayHold(name)} bytes.`, { errors: [{ field: name, message: 'is too long' }] }));
      fields[name] = Object.hasOwn(fields, name) ? [fields[name], value].flat() : value;
    });
    parser.on('filesLimit', () => refuse(new Refusal('request.invalid', tooMany, { errors: [{ field: 'file', message: 'was sent more often than it may be' }] })));
    parser.on('error', broken);
    parser.on('finish', () => resolve({ files, fields }));
    // Who hung up while the door was asking who they are leaves a stream that will say nothing more.
    if (request.readableAborted) return refuse(new Refusal('request.interrupted'));
    request.once('aborted', () => refuse(new Refusal('request.interrupted')));
    request.pipe(parser);
  });

const openParser = (request: Request, { maxFileBytes, maxFiles, longFields = {} }: FormLimits): InstanceType<typeof Busboy> => {
  try {
    return new Busboy({ headers: request.headers as { 'content-type': string }, limits: { files: maxFiles, fileSize: maxFileBytes, fields: FIELDS_MAX, fieldSize: Math.max(FIELD_MAX_BYTES, ...Object.values(longFields)) } });
  } catch {
    throw new Refusal('request.invalid', 'The multipart content type has no boundary.');
  }
};
