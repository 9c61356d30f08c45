import { constants } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { assertBlobName, Blobs } from './blobs.js';
import { StorageUnavailable } from './storage-unavailable.js';

/** The last digits of our ids are random, so the folders of these two fill alike: 1,024 of them. */
const SHARD_DIGITS = 2;
const PART = '.part';
/** Below this the folder counts as full: what is at work now still has to end. */
const LEAST_FREE_BYTES = 32_000_000;
const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

const inOurWords = (error: unknown, folder: string, setting: string): Error => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageUnavailable(new Error(`The disk of ${folder} is full. Make room, or name another folder in ${setting}.`));
  if (code === undefined) return error as Error;
  return new StorageUnavailable(new Error(`The folder ${folder} of ${setting} cannot be used (${code}): ${message}`));
};

/** Blobs as files of one folder, which every node of the install has to share. */
export class LocalBlobs extends Blobs {
  constructor(
    private readonly folder: string,
    /** Of which it was said. */
    private readonly setting = 'STORAGE_URL',
  ) {
    super();
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const to = this.#pathOf(name);
    const part = to + PART;
    try {
      const file = await this.#open(part);
      try {
        await file.writeFile(bytes);
        await file.datasync();
      } finally {
        await file.close();
      }
      await fs.rename(part, to);
      await settle(path.dirname(to));
    } catch (error) {
      await fs.rm(part, { force: true }).catch(() => {});
      throw inOurWords(error, this.folder, this.setting);
    }
  }

  async replace(name: string, bytes: Uint8Array): Promise<void> {
    // What somebody who died at this has left.
    await fs.rm(this.#pathOf(name) + PART, { force: true });
    await this.put(name, bytes);
  }

  async get(name: string): Promise<Buffer | undefined> {
    try {
      return await fs.readFile(this.#pathOf(name));
    } catch (error) {
      return this.#unlessMissing(error, undefined);
    }
  }

  async exists(name: string): Promise<boolean> {
    try {
      return (await fs.stat(this.#pathOf(name))).isFile();
    } catch (error) {
      return this.#unlessMissing(error, false);
    }
  }

  async remove(names: readonly string[]): Promise<void> {
    const files = names.flatMap((name) => [this.#pathOf(name), this.#pathOf(name) + PART]);
    try {
      // In a folder that is not there everything would count as removed.
      if (files.length > 0) await fs.access(this.folder);
      await Promise.all(files.map((file) => fs.rm(file, { force: true })));
    } catch (error) {
      throw inOurWords(error, this.folder, this.setting);
    }
  }

  async *list({ from = '', before }: { from?: string; before: string }): AsyncIterable<string> {
    for (const shard of await this.#namesIn(this.folder)) {
      const names = (await this.#namesIn(path.join(this.folder, shard))).map((name) => (name.endsWith(PART) ? name.slice(0, -PART.length) : name));
      for (const name of names) if (name >= from && name < before) yield name;
    }
  }

  async check(): Promise<void> {
    try {
      await fs.mkdir(this.folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
      await fs.access(this.folder, constants.R_OK | constants.W_OK | constants.X_OK);
      const { bavail, bsize } = await fs.statfs(this.folder);
      if (bavail * bsize < LEAST_FREE_BYTES) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    } catch (error) {
      throw inOurWords(error, this.folder, this.setting);
    }
  }

  close(): void {
    // Nothing is held open between two calls.
  }

  #pathOf(name: string): string {
    assertBlobName(name);
    return path.join(this.folder, name.slice(-SHARD_DIGITS), name);
  }

  /** The folder of a shard is made when its first blob comes. */
  async #open(part: string): Promise<FileHandle> {
    try {
      return await fs.open(part, 'wx', OWNER_ONLY_FILE);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await fs.mkdir(path.dirname(part), { recursive: true, mode: OWNER_ONLY_FOLDER });
      await settle(this.folder);
      return fs.open(part, 'wx', OWNER_ONLY_FILE);
    }
  }

  async #namesIn(folder: string): Promise<string[]> {
    try {
      return await fs.readdir(folder);
    } catch (error) {
      return this.#unlessMissing(error, []);
    }
  }

  /** A file that is not there in a folder that is not there either says nothing about the file: the disk may not be mounted. */
  async #unlessMissing<Answer>(error: unknown, answer: Answer): Promise<Answer> {
    if (!isMissing(error)) throw inOurWords(error, this.folder, this.setting);
    await fs.access(this.folder).catch((missing: unknown) => {
      throw inOurWords(missing, this.folder, this.setting);
    });
    return answer;
  }
}

/** Has the names in a folder outlast a loss of power too. */
const settle = async (folder: string): Promise<void> => {
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
