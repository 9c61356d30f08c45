import fs from 'node:fs/promises';
import path from 'node:path';
import { assertFileName, PublicFiles, type PublicFile } from './public-files.js';

const CURRENT = 'current';
const MADE = 'made-';
/** Whoever is reading the files before may still be sending them. */
const KEPT = 3;

/**
 * Files of one folder: each set lies in a folder of its own, and `current` points to the newest. It is moved at once, so
 * whoever reads sees all of one set and nothing of another, whenever this process dies.
 */
export class FolderFiles extends PublicFiles {
  constructor(private readonly folder: string) {
    super();
  }

  async put(files: readonly PublicFile[]): Promise<void> {
    await fs.mkdir(this.folder, { recursive: true, mode: 0o755 });
    const made = await fs.mkdtemp(path.join(this.folder, MADE));
    await fs.chmod(made, 0o755);
    for (const file of files) {
      assertFileName(file.name);
      await fs.writeFile(path.join(made, file.name), file.text, { mode: 0o644, flush: true });
    }
    const link = `${made}.link`;
    await fs.symlink(path.basename(made), link);
    await fs.rename(link, path.join(this.folder, CURRENT));
    await this.#forget(path.basename(made));
  }

  /** Takes away the sets before the last few. Another node may do the same. */
  async #forget(current: string): Promise<void> {
    const sets = await Promise.all((await fs.readdir(this.folder)).filter((name) => name.startsWith(MADE) && name !== current).map(async (name) => ({ name, at: (await fs.stat(path.join(this.folder, name)).catch(() => null))?.mtimeMs ?? 0 })));
    const old = sets.sort((a, b) => b.at - a.at).slice(KEPT - 1);
    await Promise.all(old.map(({ name }) => fs.rm(path.join(this.folder, name), { recursive: true, force: true })));
  }
}
