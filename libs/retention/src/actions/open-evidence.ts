import { disposalFileTypes, Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { PROVIDER, type Database, type Drawers } from '@inkproof/platform';
import type { DisposalStore } from '../store/disposal-store.js';

export interface EvidenceContent {
  name: string;
  media_type: (typeof disposalFileTypes)[number];
  base64: string;
}

/** A file of the evidence, as it was entered. */
export class OpenEvidence {
  constructor(
    private readonly database: Database,
    private readonly store: DisposalStore,
    private readonly drawers: Drawers,
  ) {}

  async of(disposalId: Id<'mdp'>, id: Id<'mdf'>): Promise<EvidenceContent> {
    const file = await this.database.asProvider((tx) => this.store.file(tx, disposalId, id));
    if (!file) throw new Refusal('disposal.not_found', 'The entry has no such file');
    const bytes = (await this.drawers.reader(PROVIDER, disposalId))(id, file);
    if (!bytes) throw new Error(`The key of the evidence of ${disposalId} is missing from the place of the keys`);
    return { name: file.name, media_type: file.mediaType as EvidenceContent['media_type'], base64: bytes.toString('base64') };
  }
}
