import type { Database, Drawers, ReplaceTenantKey, TenantKeys } from '@inkproof/platform';
import { requester } from '../model/requester.js';
import type { DeletionRecord } from '../store/deletion-store.js';
import { ErasableTenantKeys } from '../store/erasable-tenant-keys.js';
import type { Erase } from './erase.js';

/** When everything of a tenant was erased: what had to stay is wrapped by the tenant's next key, and those before are destroyed. So nothing that they ever opened is left to be opened, whatever copies there are. */
export class EraseTenantKey {
  constructor(
    private readonly database: Database,
    private readonly erase: Erase,
    private readonly keys: TenantKeys,
    drawers: Drawers,
    private readonly replace: ReplaceTenantKey,
  ) {
    erase.register(new ErasableTenantKeys(keys, drawers));
  }

  async under({ id, tenantId, salt, requestedBy, beginsAt }: Pick<DeletionRecord, 'id' | 'tenantId' | 'salt' | 'requestedBy' | 'beginsAt'>): Promise<void> {
    await this.replace.for(tenantId, beginsAt);
    await this.database.changeAsTenant(tenantId, async (run) => {
      await this.erase.prepare(run, tenantId);
      const before = await this.keys.before(run, tenantId);
      if (before.length > 0) await this.erase.within(run, tenantId, 'account', before, { id, salt, by: requester(requestedBy) });
    });
  }
}
