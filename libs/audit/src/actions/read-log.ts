import type { Database, Run } from '@inkproof/platform';
import { saidIn, type Entry } from '../model/entry.js';
import type { Search } from '../model/search.js';
import type { EntryStore } from '../store/entry-store.js';
import type { SealStore } from '../store/seal-store.js';
import { isVisit, reading, tenantOf, type Reader } from './reader.js';
import type { Trail } from './trail.js';

/** A page of a log, newest first, with the names its people have now. */
export interface LogPage {
  entries: Entry[];
  names: Map<string, string>;
  headSeq: number;
  sealedSeq: number;
}

const peopleIn = (entries: readonly Entry[]): string[] => [...new Set(entries.flatMap((entry) => saidIn(entry)?.actor.id ?? []).filter((id) => id.startsWith('per_')))];

/** Looks entries up. Staff who look into a tenant's log leave an entry there. */
export class ReadLog {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryStore,
    private readonly seals: SealStore,
    private readonly trail: Trail,
  ) {}

  async for(reader: Reader, search: Search, place: { below: number; size: number }): Promise<LogPage> {
    const page = await reading(this.database, reader, async (run) => {
      const entries = await this.entries.list(run, reader.chain, search, place);
      const standing = await this.#standing(run, reader.chain);
      if (isVisit(reader)) await this.trail.append(run, reader.chain, { action: 'audit.read', by: reader.by, targets: [reader.chain], details: {} });
      return { entries, ...standing };
    });
    const people = peopleIn(page.entries);
    const names = people.length ? await this.database.changeAsProvider((run) => this.entries.names(run, people, tenantOf(reader))) : new Map<string, string>();
    return { ...page, names };
  }

  async #standing(run: Run, chain: string): Promise<{ headSeq: number; sealedSeq: number }> {
    return { headSeq: await this.entries.headSeq(run, chain), sealedSeq: (await this.seals.newest(run, chain))?.checkpoint.seq ?? 0 };
  }
}
