import 'server-only';
import { api, type Approval } from '@inkproof/contract';
import { cache } from 'react';
import { call } from '../../api';

/** As many as a page of the API holds; beyond that a number says no more than that there are many. */
const MOST = 100;

/** What waits for this very person: requests of others that they may decide. Asked once for a page, whoever shows it. */
export const waitingFor = cache(async (side: 'tenant' | 'provider'): Promise<Approval[]> => {
  const { items } = await call(side === 'tenant' ? api.approvals.list : api.adminApprovals.list, { query: { state: 'waiting', limit: MOST } });
  return items.filter(({ your_part: part }) => part === 'decider');
});
