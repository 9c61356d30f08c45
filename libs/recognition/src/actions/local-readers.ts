import { PoolBusy, type ReaderPool, type Reading, type ReadRequest } from '@inkproof/engine';
import type { Config } from '@inkproof/platform';
import { installedReader, type InstalledReader } from '../model/engine-options.js';
import { Readers, type OpenRequest } from './readers.js';

/** Processes of this node read. */
export class LocalReaders extends Readers {
  constructor(
    private readonly pool: ReaderPool,
    private readonly config: Pick<Config, 'readers'>,
  ) {
    super();
  }

  open({ file, password, pages, caps, lane, signal }: OpenRequest): ReturnType<Readers['open']> {
    return this.pool.open(file, { pages, ...(password !== undefined && { password }) }, caps, { lane, signal });
  }

  read(request: ReadRequest): Promise<Reading> {
    return this.pool.read(request);
  }

  installed(): InstalledReader[] {
    return this.pool.readers().map(installedReader);
  }

  assertRoom(): void {
    const { busy, queued, total } = this.pool.state();
    if (busy >= total && queued >= this.config.readers.maxQueued) throw new PoolBusy(`All ${total} readers are at work and ${queued} calls wait`);
  }
}
