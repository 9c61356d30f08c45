import { forgetEveryAnswer, type Drawers, type Run, type TenantKeys } from '@inkproof/platform';
import type { ErasableKind, Erased, Found } from '../model/erasable.js';

/** Keys that a tenant had before the one that seals now, by where they lay. They go when everything of the tenant was erased, and take with them whatever they have ever opened. */
export class ErasableTenantKeys implements ErasableKind<Run> {
  readonly class = 'account';

  constructor(
    private readonly keys: TenantKeys,
    private readonly drawers: Drawers,
  ) {}

  async lock(run: Run, tenantId: string, ids: readonly string[]): Promise<Found[]> {
    const there = new Set(await this.keys.before(run, tenantId));
    return ids.filter((id) => there.has(id)).map((id) => ({ id, subjects: [], relatives: [], start: 'none' }));
  }

  async destroy(run: Run, tenantId: string, ids: readonly string[]): Promise<Erased[]> {
    await this.keys.destroy(run, tenantId, ids);
    // What the tenant's calls were answered goes with them.
    const answers = await forgetEveryAnswer(run, this.drawers, tenantId);
    return ids.map((id, at) => ({ id, keys: [id], blobs: at === 0 ? [id, ...answers] : [id] }));
  }

  async left(run: Run, tenantId: string, ids: readonly string[]): Promise<string[]> {
    return (await run<{ key: string }>({ name: 'tenant_keys_left', text: 'SELECT key FROM tenant_key WHERE tenant_id = $1 AND key = ANY($2)', values: [tenantId, ids] })).map(({ key }) => key);
  }
}
