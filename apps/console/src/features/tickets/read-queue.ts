import { api } from '@inkproof/contract';
import { call } from '../../api';
import { deskViews, type Queue } from './desk-queue';
import { readNarrowing } from './narrowing';

const AT_ONCE = 100;
const narrowed = { unsolved: { state: 'unsolved' }, mine: { state: 'unsolved', assignee: 'me' }, resolved: { state: 'resolved' } } as const;

/** The queue of the desk as the address asks for it. */
export const readQueue = async (asked: Record<string, string | string[] | undefined>): Promise<Queue> => {
  const view = deskViews.find((one) => one === asked['view']) ?? 'unsolved';
  const narrowing = readNarrowing(asked);
  const { items, unsolved, mine, overdue } = await call(api.adminTickets.list, { query: { ...narrowed[view], ...narrowing, limit: AT_ONCE } });
  return { items, unsolved, mine, overdue, view, narrowing };
};
