import { api } from '@inkproof/contract';
import { call } from '../../api';
import { mayKeepViews } from '../session/rights';
import { staffSession } from '../session/sessions';
import { readFilter } from './desk-filter';
import type { Queue } from './desk-queue';

const AT_ONCE = 100;

/** The queue of the desk as the address asks for it. */
export const readQueue = async (asked: Record<string, string | string[] | undefined>): Promise<Queue> => {
  const filter = readFilter(asked);
  const [{ items, unsolved, mine, overdue, held_mails: heldMails }, views, people, { staff }] = await Promise.all([call(api.adminTickets.list, { query: { ...filter, late: filter.late && 'true', limit: AT_ONCE } }), call(api.deskViews.list), call(api.staff.list), staffSession()]);
  return { items, counts: { unsolved, mine }, overdue, heldMails, filter, views: views.items, staff: people.items.map(({ person }) => person), mayKeepViews: mayKeepViews(staff.role) };
};
