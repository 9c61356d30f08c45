import type { Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { ApiKey, Environment, Retention } from '../model/api-key.js';

const shown = { id: true, label: true, environment: true, retention: true, hint: true, createdAt: true, lastUsedAt: true, revokedAt: true } as const;

/** As `gate_find_key` has it. */
const LATELY_MS = 60_000;

/** What the gate knows of a key that was presented. */
export interface FoundKey {
  id: Id<'key'>;
  tenantId: Id<'ten'>;
  environment: Environment;
  retention: Retention;
  revoked: boolean;
  usedLately: boolean;
}

export class KeyStore {
  constructor(private readonly database: Database) {}

  async find(secretHash: string): Promise<FoundKey | undefined> {
    const row = await this.database.ask<{ id: string; tenant_id: string; environment: Environment; retention: Retention; revoked: boolean; used_lately: boolean }>('gate_find_key', secretHash);
    return row && { id: row.id as Id<'key'>, tenantId: row.tenant_id as Id<'ten'>, environment: row.environment, retention: row.retention, revoked: row.revoked, usedLately: row.used_lately };
  }

  async add(tenantId: Id<'ten'>, key: ApiKey, secretHash: string): Promise<void> {
    await this.database.asTenant(tenantId, (tx) => tx.apiKey.create({ data: { ...key, tenantId, secretHash } }));
  }

  list(tenantId: Id<'ten'>): Promise<ApiKey[]> {
    return this.database.asTenant(tenantId, (tx) => tx.apiKey.findMany({ where: { tenantId }, select: shown, orderBy: { id: 'desc' } })) as Promise<ApiKey[]>;
  }

  /** Answers the key as it now is; undefined when the tenant has no such key. A second revocation keeps the first moment. */
  async revoke(tenantId: Id<'ten'>, id: Id<'key'>, at: Date): Promise<ApiKey | undefined> {
    return this.database.asTenant(tenantId, async (tx) => {
      await tx.apiKey.updateMany({ where: { tenantId, id, revokedAt: null }, data: { revokedAt: at } });
      return (await tx.apiKey.findFirst({ where: { tenantId, id }, select: shown })) as ApiKey | null;
    }).then((key) => key ?? undefined);
  }

  /** Of calls that come at once, all may have found the note old; the first one here writes it. */
  async touch(tenantId: Id<'ten'>, id: Id<'key'>, at: Date): Promise<void> {
    const lately = new Date(at.getTime() - LATELY_MS);
    await this.database.asTenant(tenantId, (tx) => tx.apiKey.updateMany({ where: { tenantId, id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: lately } }] }, data: { lastUsedAt: at } }));
  }
}
