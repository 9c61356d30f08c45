import type { Id } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import { canonical } from '../model/canonical.js';
import type { EntryStore } from '../store/entry-store.js';
import type { SealStore } from '../store/seal-store.js';
import { BEGINNING } from './check-entry.js';

const ENTRIES_AT_ONCE = 2_000;

/**
 * Some entries of a tenant's log, each with what links it to the next signed head. What lies between is told by its
 * commitments alone, so that nothing is given away of entries that were not asked for, and the chain can be followed all the same.
 */
export class ProveEntries {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryStore,
    private readonly seals: SealStore,
  ) {}

  /** `wanted` in order, all of them under a checkpoint. */
  async *lines(tenantId: Id<'ten'>, wanted: readonly number[]): AsyncGenerator<string> {
    const asked = new Set(wanted);
    let proved = 0;
    for (const seq of wanted) {
      if (seq <= proved) continue;
      const [before, signed] = await this.#read(tenantId, async (run) => [(await this.entries.following(run, tenantId, seq - 2, seq - 1, 1))[0] ?? BEGINNING, await this.seals.covering(run, tenantId, seq)] as const);
      if (!signed) throw new Error(`No checkpoint of ${tenantId} covers entry ${seq}`);
      yield `${canonical({ type: 'span', chain: tenantId, after: before.seq, prev: before.hash })}\n`;
      const last = signed.checkpoint.seq;
      for (let after = before.seq; after < last; after = Math.min(after + ENTRIES_AT_ONCE, last)) {
        const following = await this.#read(tenantId, (run) => this.entries.following(run, tenantId, after, last, ENTRIES_AT_ONCE));
        yield following.map((entry) => `${canonical(asked.has(entry.seq) ? { type: 'entry', ...entry } : { type: 'link', seq: entry.seq, at: entry.at, commitment: entry.commitment, hash: entry.hash })}\n`).join('');
      }
      yield `${canonical({ type: 'checkpoint', ...signed })}\n`;
      proved = last;
    }
  }

  #read<Result>(tenantId: Id<'ten'>, work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.database.changeAsTenant(tenantId, work);
  }
}
