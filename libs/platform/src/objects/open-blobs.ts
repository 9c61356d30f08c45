import type { Config } from '../config/config.js';
import type { Blobs } from './blobs.js';
import { LocalBlobs } from './local-blobs.js';

/** The storage that STORAGE_URL names. The client for S3 is loaded only where it is used. */
export const openBlobs = async (storage: Config['storage']): Promise<Blobs> => {
  if (storage.kind === 'file') return new LocalBlobs(storage.folder);
  const { S3Blobs } = await import('./s3-blobs.js');
  return new S3Blobs(storage);
};
