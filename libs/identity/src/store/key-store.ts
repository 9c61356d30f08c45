import type { KeyScope } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';
import type { ApiKey, Environment, KeyTerms, Retention } from '../model/api-key.js';

const shown = {
  id: true,
  label: true,
  environment: true,
  retention: true,
  scopes: true,
  purpose: true,
  allowedAddresses: true,
  requestsPerSecond: true,
  hint: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  lastUsedFrom: true,
  lastUsedFor: true,
  retiresAt: true,
  successorId: true,
  revokedAt: true,
  revokedBecause: true,
} as const;

/** As `gate_find_key` has it. */
const LATELY_MS = 60_000;

interface GateRow {
  id: Id<'key'>;
  tenant_id: Id<'ten'>;
  environment: Environment;
  retention: Retention;
  scopes: KeyScope[];
  allowed_addresses: string[];
  requests_per_second: number | null;
  ended: 'revoked' | 'leaked' | 'rotated' | 'expired' | null;
  ended_at: Date | null;
  suspended: boolean;
  service_ended: boolean;
  used_lately: boolean;
}

/** What the gate knows of a key that was presented. */
export interface FoundKey {
  id: Id<'key'>;
  tenantId: Id<'ten'>;
  environment: Environment;
  retention: Retention;
  scopes: KeyScope[];
  allowedAddresses: string[];
  requestsPerSecond: number | null;
  /** How it ended, and when; null while it works. */
  ended: GateRow['ended'];
  endedAt: Date | null;
  suspended: boolean;
  /** Of its tenant. */
  serviceEnded: boolean;
  usedLately: boolean;
}

/** Where a key is used from, and for which endpoint. */
export interface KeyUse {
  address: string;
  endpoint: string;
}

export class KeyStore {
  constructor(private readonly database: Database) {}

  async find(secretHash: string): Promise<FoundKey | undefined> {
    const row = await this.database.ask<GateRow>('gate_find_key', secretHash);
    if (!row) return undefined;
    const { tenant_id: tenantId, allowed_addresses: allowedAddresses, requests_per_second: requestsPerSecond, ended_at: endedAt, service_ended: serviceEnded, used_lately: usedLately, ...same } = row;
    return { ...same, tenantId, allowedAddresses, requestsPerSecond, endedAt, serviceEnded, usedLately };
  }

  async isSuspended(tenantId: Id<'ten'>): Promise<boolean> {
    return (await this.database.ask<{ suspended: boolean }>('gate_find_suspension', tenantId))?.suspended ?? false;
  }

  async add(tx: Tx, tenantId: Id<'ten'>, key: ApiKey, secretHash: string): Promise<void> {
    await tx.apiKey.create({ data: { ...key, tenantId, secretHash } });
  }

  list(tenantId: Id<'ten'>): Promise<ApiKey[]> {
    return this.database.asTenant(tenantId, (tx) => tx.apiKey.findMany({ where: { tenantId }, select: shown, orderBy: { id: 'desc' } })) as Promise<ApiKey[]>;
  }

  async change(tx: Tx, tenantId: Id<'ten'>, id: Id<'key'>, terms: Partial<KeyTerms>): Promise<void> {
    await tx.apiKey.updateMany({ where: { tenantId, id }, data: terms });
  }

  /** By the store's own clock, which is also the one that judges it. */
  async retire(tx: Tx, tenantId: Id<'ten'>, id: Id<'key'>, { successorId, overlapHours }: { successorId: Id<'key'>; overlapHours: number }): Promise<void> {
    await tx.$executeRaw`UPDATE api_key SET successor_id = ${successorId}, retires_at = clock_timestamp() + ${overlapHours}::int * interval '1 hour' WHERE tenant_id = ${tenantId} AND id = ${id}`;
  }

  /** Held until the transaction ends, so that a key is rotated by one at a time. */
  async hold(tx: Tx, tenantId: Id<'ten'>, id: Id<'key'>): Promise<ApiKey | undefined> {
    await tx.$queryRaw`SELECT id FROM api_key WHERE tenant_id = ${tenantId} AND id = ${id} FOR UPDATE`;
    return this.read(tx, tenantId, id);
  }

  /** The tenant's quota, which a key's own stays within. */
  async tenantQuota(tx: Tx, tenantId: Id<'ten'>): Promise<number | undefined> {
    return (await tx.quota.findUnique({ where: { tenantId }, select: { requestsPerSecond: true } }))?.requestsPerSecond;
  }

  /** Answers whether it was the one to revoke it: a second revocation keeps the first moment, and an unknown key has none. */
  async revoke(tx: Tx, tenantId: Id<'ten'>, id: Id<'key'>, at: Date, because: 'member' | 'leak' = 'member'): Promise<boolean> {
    return (await tx.apiKey.updateMany({ where: { tenantId, id, revokedAt: null }, data: { revokedAt: at, revokedBecause: because } })).count > 0;
  }

  async read(tx: Tx, tenantId: Id<'ten'>, id: Id<'key'>): Promise<ApiKey | undefined> {
    return ((await tx.apiKey.findFirst({ where: { tenantId, id }, select: shown })) ?? undefined) as ApiKey | undefined;
  }

  /** Of calls that come at once, all may have found the note old; the first one here writes it. */
  async touch(tenantId: Id<'ten'>, id: Id<'key'>, at: Date, { address, endpoint }: KeyUse): Promise<void> {
    const lately = new Date(at.getTime() - LATELY_MS);
    await this.database.asTenant(tenantId, (tx) => tx.apiKey.updateMany({ where: { tenantId, id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: lately } }] }, data: { lastUsedAt: at, lastUsedFrom: address, lastUsedFor: endpoint } }));
  }
}
