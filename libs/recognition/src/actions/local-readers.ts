import type { Place, ReaderPool, Reading, ReadRequest } from '@inkproof/engine';
import { installedReader, type InstalledReader } from '../model/engine-options.js';
import { Readers, type OpenRequest, type PlaceRequest } from './readers.js';

/** Processes of this node read. */
export class LocalReaders extends Readers {
  constructor(private readonly pool: ReaderPool) {
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

  async place(asked: PlaceRequest): Promise<Place> {
    return this.pool.place(asked);
  }
}
