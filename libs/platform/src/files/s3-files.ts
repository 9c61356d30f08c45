import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { s3ClientOf, type S3Settings } from '../objects/s3-blobs.js';
import { assertFileName, PublicFiles, type PublicFile } from './public-files.js';

/** Objects of a bucket that is read as a site. Each is put whole; a bucket has no way to change several at once, so they come in the order given. */
export class S3Files extends PublicFiles {
  readonly #client: S3Client;

  constructor(private readonly settings: S3Settings) {
    super();
    this.#client = s3ClientOf(settings);
  }

  async put(files: readonly PublicFile[]): Promise<void> {
    const { bucket, prefix } = this.settings;
    for (const { name, mediaType, text } of files) {
      assertFileName(name);
      await this.#client.send(new PutObjectCommand({ Bucket: bucket, Key: prefix + name, Body: text, ContentType: mediaType, CacheControl: 'no-cache' }));
    }
  }
}
