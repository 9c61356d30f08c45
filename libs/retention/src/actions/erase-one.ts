import type { Actor } from '@inkproof/audit';
import { Refusal, type RecordClass } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { StoredCertificate } from '../store/certificate-store.js';
import type { DeletionStore } from '../store/deletion-store.js';
import type { Certify } from './certify.js';
import type { Erase } from './erase.js';
import type { OpenDeletion } from './open-deletion.js';

/** One thing, asked to be erased now. Asked again it answers the same certificate; interrupted anywhere, the next round or the next asking ends it. */
export class EraseOne {
  constructor(
    private readonly database: Database,
    private readonly erase: Erase,
    private readonly deletions: DeletionStore,
    private readonly open: OpenDeletion,
    private readonly certify: Certify,
  ) {}

  /** Undefined when the tenant neither has nor had such a thing. */
  async for(tenantId: Id<'ten'>, recordClass: RecordClass, id: string, by: Actor): Promise<StoredCertificate | undefined> {
    const found = await this.database.changeAsTenant(tenantId, async (run) => {
      const grave = await this.deletions.graveOf(run, tenantId, recordClass, id);
      if (grave) return grave.deletionId;
      const under = this.open.asked(run, tenantId, [id], by);
      const outcome = await this.erase.within(run, tenantId, recordClass, [id], under);
      if (outcome.erased.length > 0) return under.id;
      if (outcome.held.size + outcome.kept.length === 0) return undefined;
      await this.erase.refuse(run, tenantId, recordClass, outcome, by);
      return outcome;
    });
    if (found === undefined) return undefined;
    if (typeof found === 'string') return this.certify.for(tenantId, found);
    throw found.held.size > 0
      ? new Refusal('retention.held', 'It is under a legal hold, which two people of the provider can lift. GET /v1/holds tells under which reference.')
      : new Refusal('retention.not_over', 'The agreement or the law asks for it to be kept, and its period is not over. GET /v1/retention tells for how long.');
  }
}
