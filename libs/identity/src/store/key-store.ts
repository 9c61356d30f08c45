import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
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

  async add(tx: Tx, tenantId: Id<'ten'>, key: ApiKey, secretHash: string): Promise<void> {
    await tx.apiKey.create({ data: { ...key, tenantId, secretHash } });
  }

  list(tenantId: Id<'ten'>): Promise<ApiKey[]> {
    return this.database.asTenant(tenantId, (tx) => tx.apiKey.findMany({ where: { tenantId }, select: shown, orderBy: { id: 'desc' } })) as Promise<ApiKey[]>;
  }

  /** Answers whether it was the one to revoke it: a second revocation keeps the first moment, and an unknown key has none. */
  async revoke(tx: Tx, tenantId: Id<'ten'>, id: Id<'key'>, at: Date): Promise<boolean> {
    return (await tx.apiKey.updateMany({ where: { tenantId, id, revokedAt: null }, data: { revokedAt: at } })).count > 0;
  }

  async read(tx: Tx, tenantId: Id<'ten'>, id: Id<'key'>): Promise<ApiKey | undefined> {
    return ((await tx.apiKey.findFirst({ where: { tenantId, id }, select: shown })) ?? undefined) as ApiKey | undefined;
  }

  /** Of calls that come at once, all may have found the note old; the first one here writes it. */
  async touch(tenantId: Id<'ten'>, id: Id<'key'>, at: Date): Promise<void> {
    const lately = new Date(at.getTime() - LATELY_MS);
    await this.database.asTenant(tenantId, (tx) => tx.apiKey.updateMany({ where: { tenantId, id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: lately } }] }, data: { lastUsedAt: at } }));
  }
}
