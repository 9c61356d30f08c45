import 'server-only';
import { api, type TenantName } from '@inkproof/contract';
import { call } from '../../api';
import type { LedgerQuery } from './ledger-query';

/** The tenant that a list is narrowed to, by name. */
export const chosenTenant = async ({ tenant }: LedgerQuery): Promise<TenantName | undefined> => {
  if (tenant === undefined) return undefined;
  const { id, name } = await call(api.admin.findTenant, { params: { id: tenant as TenantName['id'] } });
  return { id, name };
};
