import { DeleteObjectsCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, paginateListObjectsV2, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { assertBlobName, Blobs } from './blobs.js';
import { StorageUnavailable } from './storage-unavailable.js';

export interface S3Settings {
  bucket: string;
  /** Before every name: empty, or with a slash at its end. */
  prefix: string;
  region: string;
  /** Of a server that is not Amazon's. */
  endpoint: string | null;
  /** Whether the bucket stands in the path of an address and not in its host name. */
  pathStyle: boolean;
}

const CONNECT_WITHIN_MS = 2_000;
/** A hundred megabytes over a slow line. */
const ANSWER_WITHIN_MS = 30_000;
const TRIES = 3;
/** What S3 takes in one call. */
const REMOVED_AT_ONCE = 1_000;

interface S3Error extends Error {
  $metadata?: { httpStatusCode?: number };
}

const statusOf = (error: unknown): number | undefined => (error as S3Error).$metadata?.httpStatusCode;

/** Credentials come from where the AWS tools take them (AWS_ACCESS_KEY_ID, …). */
export const s3ClientOf = ({ region, endpoint, pathStyle }: S3Settings): S3Client =>
  new S3Client({
    region,
    ...(endpoint !== null && { endpoint }),
    forcePathStyle: pathStyle,
    maxAttempts: TRIES,
    // Sealed bytes vouch for themselves, and not every server knows the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_WITHIN_MS, requestTimeout: ANSWER_WITHIN_MS, throwOnRequestTimeout: true },
  });

/** Blobs as objects of one bucket, in any storage that speaks S3. */
export class S3Blobs extends Blobs {
  readonly #client: S3Client;

  constructor(
    private readonly settings: S3Settings,
    /** By which it was named. */
    private readonly setting = 'STORAGE_URL',
  ) {
    super();
    this.#client = s3ClientOf(settings);
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const at = this.#at(name);
    await this.#asked(() => this.#client.send(new PutObjectCommand({ ...at, Body: bytes, ContentType: 'application/octet-stream' })));
  }

  replace(name: string, bytes: Uint8Array): Promise<void> {
    return this.put(name, bytes);
  }

  async get(name: string): Promise<Buffer | undefined> {
    const at = this.#at(name);
    return this.#asked(async () => {
      try {
        const { Body } = await this.#client.send(new GetObjectCommand(at));
        return Body && Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if ((error as Error).name === 'NoSuchKey') return undefined;
        throw error;
      }
    });
  }

  async exists(name: string): Promise<boolean> {
    const at = this.#at(name);
    const isThere = await this.#asked(async () => {
      try {
        await this.#client.send(new HeadObjectCommand(at));
        return true;
      } catch (error) {
        if (statusOf(error) === 404) return false;
        throw error;
      }
    });
    // Without a body the answer does not say whether the object is missing or the whole bucket.
    if (!isThere) await this.check();
    return isThere;
  }

  async remove(names: readonly string[]): Promise<void> {
    for (let at = 0; at < names.length; at += REMOVED_AT_ONCE) {
      const Objects = names.slice(at, at + REMOVED_AT_ONCE).map((name) => ({ Key: this.#at(name).Key }));
      const { Errors = [] } = await this.#asked(() => this.#client.send(new DeleteObjectsCommand({ Bucket: this.settings.bucket, Delete: { Objects, Quiet: true } })));
      if (Errors.length > 0) throw new StorageUnavailable(new Error(`The bucket ${this.settings.bucket} did not remove ${Errors.length} objects: ${Errors[0]?.Code}`));
    }
  }

  async *list({ from = '', before }: { from?: string; before: string }): AsyncIterable<string> {
    const { bucket, prefix } = this.settings;
    // `StartAfter` leaves out what it names, so it names something shorter.
    const pages = paginateListObjectsV2({ client: this.#client }, { Bucket: bucket, Prefix: prefix, StartAfter: prefix + from.slice(0, -1) });
    try {
      for await (const { Contents = [] } of pages) {
        for (const { Key = '' } of Contents) {
          const name = Key.slice(prefix.length);
          if (name >= before) return;
          // What others put below our prefix is not ours to list.
          if (name >= from && !name.includes('/')) yield name;
        }
      }
    } catch (error) {
      throw this.#inOurWords(error);
    }
  }

  async check(): Promise<void> {
    try {
      await this.#client.send(new HeadBucketCommand({ Bucket: this.settings.bucket }));
    } catch (error) {
      throw statusOf(error) === 404 ? new StorageUnavailable(this.#noBucket()) : this.#inOurWords(error);
    }
  }

  close(): void {
    this.#client.destroy();
  }

  #at(name: string): { Bucket: string; Key: string } {
    assertBlobName(name);
    return { Bucket: this.settings.bucket, Key: this.settings.prefix + name };
  }

  async #asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      throw this.#inOurWords(error);
    }
  }

  #noBucket(): Error {
    return new Error(`There is no bucket ${this.settings.bucket} in the storage of ${this.setting}. Make it, or name another one.`);
  }

  #inOurWords(error: unknown): Error {
    const { name, message, code } = error as Error & { code?: string };
    const status = statusOf(error);
    if (name === 'NoSuchBucket') return new StorageUnavailable(this.#noBucket());
    if (status === 507 || /StorageFull|QuotaExceeded|InsufficientCapacity/i.test(name)) return new StorageUnavailable(new Error(`The storage of ${this.setting} takes nothing more (${name}).`));
    if (status === 401 || status === 403 || name === 'CredentialsProviderError') return new StorageUnavailable(new Error(`The storage of ${this.setting} refuses us (${status ?? name}). AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be of somebody who may list the bucket ${this.settings.bucket} and get, put and delete its objects.`));
    return new StorageUnavailable(new Error(`The storage of ${this.setting} does not answer as it should (${status ?? code ?? name}): ${message}`));
  }
}
