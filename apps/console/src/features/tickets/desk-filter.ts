import { DeskFilter } from '@inkproof/contract';
import { addressOf, readNarrowing } from './narrowing';

const { state, assignee, tenant } = DeskFilter.shape;

/** What the queue shows without having to be saved. */
export const standingViews = { unsolved: { state: 'unsolved' }, mine: { state: 'unsolved', assignee: 'me' }, resolved: { state: 'resolved' } } as const satisfies Record<string, DeskFilter>;
export const standingNames = Object.keys(standingViews) as (keyof typeof standingViews)[];

/** What an address asks of the queue. Where it names no state, what is unsolved is shown; `any` shows all. */
export const readFilter = (asked: Record<string, string | string[] | undefined>): DeskFilter => {
  const { late, ...narrowed } = readNarrowing(asked);
  const [ofState, ofAssignee, ofTenant] = [state.safeParse(asked['state'] || 'unsolved').data, assignee.safeParse(asked['assignee']).data, tenant.safeParse(asked['tenant']).data];
  return { ...(ofState && { state: ofState }), ...(ofAssignee && { assignee: ofAssignee }), ...(ofTenant && { tenant: ofTenant }), ...narrowed, ...(late && { late: true }) };
};

/** The address at which the queue is so narrowed. */
export const deskHref = (path: string, { late, search, priority, state: ofState, ...more }: DeskFilter): string =>
  addressOf(path, { ...(search && { search }), ...(priority && { priority }), ...(late && { late: 'true' }) }, { state: ofState === 'unsolved' ? undefined : (ofState ?? 'any'), assignee: more.assignee, tenant: more.tenant });

export const isSameFilter = (one: DeskFilter, other: DeskFilter): boolean => deskHref('', one) === deskHref('', other);
