import type { Actor } from '@inkproof/audit';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import { missingIn } from '../model/check-filing.js';
import type { FilingVersion } from '../model/filing.js';
import type { FilingStore } from '../store/filing-store.js';
import { heldDraft } from './change-filing.js';
import type { TellOfFiling } from './tell-of-filing.js';

/** Refuses while an element is missing, and names each. */
export const needWhole = (version: FilingVersion, providerNames: readonly string[], now: Date): void => {
  const errors = missingIn({ content: version, files: version.files, providerNames, now });
  if (errors.length) throw new Refusal('filing.incomplete', `Elements of the filing are missing. ${errors.map(({ field, message }) => `${field} ${message}`).join('; ')}`, { errors });
};

/** Hands a draft in. From then on its content stands. */
export class SubmitFiling {
  constructor(
    private readonly database: Database,
    private readonly store: FilingStore,
    private readonly tell: TellOfFiling,
    private readonly clock: Clock,
    private readonly providerNames: readonly string[],
  ) {}

  for(tenantId: Id<'ten'>, filingId: string, by: Actor): Promise<FilingVersion> {
    return this.database.asTenant(tenantId, (tx) => this.in(tx, tenantId, filingId, by));
  }

  async in(tx: Tx, tenantId: Id<'ten'>, filingId: string, by: Actor): Promise<FilingVersion> {
    const draft = await heldDraft(this.store, tx, tenantId, filingId);
    const now = this.clock.now();
    needWhole(draft, this.providerNames, now);
    await this.store.move(tx, draft, { state: 'submitted', submittedAt: now, submittedBy: by.id, reviewedAt: null, reviewedBy: null });
    await this.tell.of(tx, { version: draft, kind: 'submitted', by });
    return (await this.store.find(tx, tenantId, draft.id))!;
  }
}
