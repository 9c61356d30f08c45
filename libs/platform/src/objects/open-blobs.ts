import type { Config } from '../config/config.js';
import type { Blobs } from './blobs.js';
import { LocalBlobs } from './local-blobs.js';
import { TwoPlaces } from './two-places.js';

/** The place that a setting names. The client for S3 is loaded only where it is used. */
export const openBlobs = async (storage: Config['storage'], setting = 'STORAGE_URL'): Promise<Blobs> => {
  if (storage.kind === 'file') return new LocalBlobs(storage.folder, setting);
  const { S3Blobs } = await import('./s3-blobs.js');
  return new S3Blobs(storage, setting);
};

/** What STORAGE_URL and KEYS_URL name. */
export const openPlaces = async ({ storage, keys }: Pick<Config, 'storage' | 'keys'>): Promise<TwoPlaces> => new TwoPlaces(await openBlobs(storage), await openBlobs(keys, 'KEYS_URL'));
