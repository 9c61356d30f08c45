import type { Actor } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Database, Tx } from '@inkproof/platform';
import { wasHandedIn, type FilingVersion } from '../model/filing.js';
import type { Asking, FilingStore } from '../store/filing-store.js';
import type { TellOfFiling } from './tell-of-filing.js';

/** What the two sides say to each other about a version that was handed in. */
export class CommentOnFiling {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly tell: TellOfFiling,
  ) {}

  async for(asking: Asking, { filingId, versionId }: { filingId?: string; versionId: string }, words: string, by: Actor): Promise<FilingVersion> {
    const say = async (tx: Tx): Promise<FilingVersion> => {
      const version = await this.store.find(tx, asking, versionId, filingId);
      if (!version) throw new Refusal('filing.not_found');
      if (!wasHandedIn(version)) throw new Refusal('filing.not_submitted', 'The provider does not see a draft. Hand it in first.');
      await this.tell.of(tx, { version, kind: 'commented', by, words });
      return version;
    };
    if (asking !== 'provider') return this.database.asTenant(asking, say);
    const version = await this.database.asProvider((tx) => this.store.find(tx, asking, versionId));
    if (!version) throw new Refusal('filing.not_found');
    return this.database.asProviderOf(version.tenantId, say);
  }
}
