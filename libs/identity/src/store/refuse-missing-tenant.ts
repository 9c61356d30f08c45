import { Refusal } from '@inkproof/contract';
import type { Tx } from '@inkproof/platform';

/** Whoever names a tenant names one that there is. In a transaction of the provider's. Refuses: tenant.not_found. */
export const refuseMissingTenant = async (tx: Tx, id: string): Promise<void> => {
  if ((await tx.tenant.count({ where: { id } })) === 0) throw new Refusal('tenant.not_found');
};
