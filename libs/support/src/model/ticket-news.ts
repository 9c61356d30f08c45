import type { TicketEventKind } from '@inkproof/contract';

/** What is heard of wherever the desk is looked at: everything. */
export const DESK_NEWS = 'tickets of the desk';

/** What one tenant hears of. */
export const newsOfTenant = (tenantId: string): string => `tickets of ${tenantId}`;

/** Warnings are between the desk and its clocks: a tenant does not even hear that there was one. */
export const isForTenant = (kind: TicketEventKind): boolean => kind !== 'warned' && kind !== 'unassigned';
