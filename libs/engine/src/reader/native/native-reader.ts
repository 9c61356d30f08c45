import { execFile } from 'node:child_process';
import { rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { orDiskFull } from '../../disk-full.js';
import type { GreyImage } from '../../image/grey-image.js';
import { languageData } from '../../language.js';
import type { FoundBlock } from '../../text/found.js';
import { asPgm } from '../pgm.js';
import { TextReader, type ReadSettings } from '../text-reader.js';
import { readTsv } from '../tsv.js';
import { NativeProcess } from './native-process.js';
import { ownFolder } from './own-folder.js';

const run = promisify(execFile);
const ANSWERS_WITHIN_MS = 5_000;
/** Segmentation and resolution are fixed for a process. Prepared pages need two or three of them. */
const PROCESSES = 3;
const BLANK: GreyImage = { width: 40, height: 40, grey: new Uint8Array(1600).fill(255) };

/** The system's own Tesseract, faster than the one in WebAssembly where the processor has wide vectors. It reads with the same data. */
export class NativeReader extends TextReader {
  readonly name = 'native';
  /** By segmentation and resolution, the one used last at the end. */
  readonly #processes = new Map<string, NativeProcess>();

  private constructor(
    readonly version: string,
    private readonly path: string,
    private readonly folder: string,
  ) {
    super();
  }

  /** The version of the binary at this path, or nothing when there is none that runs. */
  static async find(binary: string): Promise<string | undefined> {
    try {
      const { stdout, stderr } = await run(binary, ['--version'], { timeout: ANSWERS_WITHIN_MS, env: { OMP_THREAD_LIMIT: '1' } });
      return /^tesseract v?([\d.]+\S*)/m.exec(stdout + stderr)?.[1];
    } catch {
      return undefined;
    }
  }

  /** It keeps a folder of its own in `under`. Rejects with `DiskFull` where there is no room for that. */
  static async start(binary: string, languages: readonly string[], under = tmpdir()): Promise<NativeReader> {
    const version = await NativeReader.find(binary);
    if (version === undefined) throw new Error(`There is no tesseract that runs at ${binary}`);
    try {
      const folder = ownFolder(under, languages);
      await writeFile(path.join(folder, 'blank.pgm'), asPgm(BLANK), { mode: 0o600 });
      return new NativeReader(`tesseract ${version} of the system`, binary, folder);
    } catch (error) {
      throw orDiskFull(error);
    }
  }

  data(languages: readonly string[]): { name: string; sha256: string }[] {
    return languageData(languages);
  }

  async read(image: GreyImage, settings: ReadSettings): Promise<FoundBlock[]> {
    const picture = path.join(this.folder, 'page.pgm');
    try {
      await writeFile(picture, asPgm(image), { mode: 0o600 }).catch((error: unknown) => {
        throw orDiskFull(error);
      });
      const { tsv, text } = await (await this.#process(settings)).read(picture);
      return readTsv(tsv, text);
    } finally {
      await unlink(picture).catch(() => {});
    }
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#processes.values()].map((process) => process.stop()));
    await rm(this.folder, { recursive: true, force: true });
  }

  async #process({ languages, psm, dpi }: ReadSettings): Promise<NativeProcess> {
    const key = `${psm} ${dpi}`;
    const kept = this.#processes.get(key);
    this.#processes.delete(key);
    const process = kept && !kept.hasEnded ? kept : new NativeProcess({ path: this.path, dataFolder: this.folder, languages, psm, dpi }, path.join(this.folder, 'blank.pgm'));
    this.#processes.set(key, process);
    for (const [oldest, unused] of this.#processes) {
      if (this.#processes.size <= PROCESSES) break;
      this.#processes.delete(oldest);
      await unused.stop();
    }
    return process;
  }
}
