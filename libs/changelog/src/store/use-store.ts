import type { Id } from '@inkproof/kernel';
import type { Statement, Tx } from '@inkproof/platform';

/** Calls of one key of one kind. */
export interface Uses {
  call: string;
  keyId: string;
  calls: number;
}

export interface KeyUse extends Uses {
  label: string;
  lastDay: Date;
}

export interface TenantUse {
  call: string;
  id: Id<'ten'>;
  name: string;
  calls: number;
  lastDay: Date;
}

/** Which calls of the API are made, by key and day. */
export class UseStore {
  /** Adds to what a day of a tenant counts already. */
  adding(tenantId: string, at: Date, uses: readonly Uses[]): Statement {
    return {
      name: 'endpoint_uses',
      text: `INSERT INTO endpoint_use (tenant_id, call, day, key_id, calls)
        SELECT $1, u.call, usage_day($2::timestamptz), u.key_id, u.calls FROM unnest($3::text[], $4::text[], $5::int[]) AS u(call, key_id, calls)
        ON CONFLICT (tenant_id, call, day, key_id) DO UPDATE SET calls = endpoint_use.calls + EXCLUDED.calls`,
      values: [tenantId, at, uses.map(({ call }) => call), uses.map(({ keyId }) => keyId), uses.map(({ calls }) => calls)],
    };
  }

  /** By key of the tenant of the transaction; the latest first. */
  ofKeys(tx: Tx, tenantId: Id<'ten'>, calls: readonly string[], since: Date): Promise<KeyUse[]> {
    return tx.$queryRaw<KeyUse[]>`
      SELECT u.call, u.key_id AS "keyId", k.label, sum(u.calls)::int AS calls, max(u.day) AS "lastDay"
      FROM endpoint_use u JOIN api_key k ON k.id = u.key_id AND k.tenant_id = u.tenant_id
      WHERE u.tenant_id = ${tenantId} AND u.call = ANY(${calls}::text[]) AND u.day >= usage_day(${since}::timestamptz)
      GROUP BY u.call, u.key_id, k.label ORDER BY "lastDay" DESC, calls DESC, u.key_id`;
  }

  /** By tenant, for the provider; the latest first. */
  ofTenants(tx: Tx, calls: readonly string[], since: Date): Promise<TenantUse[]> {
    return tx.$queryRaw<TenantUse[]>`
      SELECT u.call, u.tenant_id AS id, t.name, sum(u.calls)::int AS calls, max(u.day) AS "lastDay"
      FROM endpoint_use u JOIN tenant t ON t.id = u.tenant_id
      WHERE u.call = ANY(${calls}::text[]) AND u.day >= usage_day(${since}::timestamptz)
      GROUP BY u.call, u.tenant_id, t.name ORDER BY "lastDay" DESC, calls DESC, u.tenant_id`;
  }
}
