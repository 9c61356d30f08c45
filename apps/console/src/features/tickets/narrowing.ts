import { ticketPriorities, type TicketPriority } from '@inkproof/contract';

/** What a list of tickets is narrowed to, beside the state it shows. */
export interface Narrowing {
  search?: string;
  priority?: TicketPriority;
  late?: 'true';
}

const MOST_SEARCHED = 200;

export const readNarrowing = (asked: Record<string, string | string[] | undefined>): Narrowing => {
  const search = typeof asked['search'] === 'string' ? asked['search'].trim().slice(0, MOST_SEARCHED) : '';
  const priority = ticketPriorities.find((one) => one === asked['priority']);
  return { ...(search && { search }), ...(priority && { priority }), ...(asked['late'] === 'true' && { late: 'true' as const }) };
};

/** A list's address: what it is narrowed to, and what else is to stand in it. */
export const addressOf = (path: string, { search, priority, late }: Narrowing, more: Record<string, string | undefined> = {}): string => {
  const query = new URLSearchParams(Object.entries({ ...more, search, priority, late }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return query.size ? `${path}?${query}` : path;
};
