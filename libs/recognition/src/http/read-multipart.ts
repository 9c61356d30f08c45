import { readForm } from '@inkproof/platform';
import type { Request } from 'express';

export interface FormLimits {
  /** Of all files together. */
  maxBytes: number;
  maxFileBytes: number;
  maxFiles: number;
}

/** The name of the limit in a refusal. */
export const UPLOAD_LIMIT = 'upload_bytes';
/** The same of all files of a job together. */
export const JOB_LIMIT = 'job_bytes';

/** A recipe tells of every page. */
const longFields = { recipe: 65_536 };

/** The files and the options of a call that reads, or of a job. */
export const readMultipart = async (request: Request, limits: FormLimits): Promise<{ files: Buffer[]; fields: Record<string, unknown> }> => {
  const isOne = limits.maxFiles === 1;
  const { files, fields } = await readForm(request, { ...limits, longFields, names: { file: UPLOAD_LIMIT, all: isOne ? UPLOAD_LIMIT : JOB_LIMIT }, tooMany: isOne ? 'One call takes one file. Send several as a job.' : `One job takes ${limits.maxFiles} files.` });
  return { files: files.map(({ bytes }) => bytes), fields };
};
