import { seal, TenantKeyDestroyed, type TenantKeys, unseal } from '@inkproof/platform';

/** Words as a row keeps them. Both are null where nothing was said, or where it was erased. */
export interface SealedColumns {
  sealed: Uint8Array<ArrayBuffer> | null;
  sealedKey: Uint8Array<ArrayBuffer> | null;
}

/** Opens what a row keeps; null where nothing can be opened. */
export type Opener = <Said>(id: string, row: SealedColumns) => Said | null;

/**
 * What people say of themselves and of others, each under a data key of its own, bound to the row it stands in and wrapped
 * by the tenant's key: when that is destroyed, nothing of it can be read, in copies of the database either.
 */
export class SealedWords {
  constructor(private readonly keys: TenantKeys) {}

  async seal(tenantId: string, id: string, said: unknown): Promise<SealedColumns> {
    return said === undefined || said === null ? { sealed: null, sealedKey: null } : seal(await this.keys.of(tenantId), id, Buffer.from(JSON.stringify(said)));
  }

  async opener(tenantId: string): Promise<Opener> {
    try {
      const key = await this.keys.of(tenantId);
      return <Said>(id: string, { sealed, sealedKey }: SealedColumns) => (sealed && sealedKey ? (JSON.parse(unseal(key, id, { sealed, sealedKey }).toString()) as Said) : null);
    } catch (error) {
      if (error instanceof TenantKeyDestroyed) return () => null;
      throw error;
    }
  }
}
