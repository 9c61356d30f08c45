import type { Storage } from '../config/storage-url.js';
import type { PublicFiles } from './public-files.js';

/** The place that a setting names. The client for S3 is loaded only where it is used. */
export const openPublicFiles = async (storage: Storage): Promise<PublicFiles> => {
  if (storage.kind === 's3') return new (await import('./s3-files.js')).S3Files(storage);
  return new (await import('./folder-files.js')).FolderFiles(storage.folder);
};
