import { figureGroups, FigureQuery, ticketPriorities, type FigureGroup, type TicketPriority } from '@inkproof/contract';
import { readDay } from '../moments/read-day';

export interface FigureAddress {
  from?: string;
  to?: string;
  by: FigureGroup;
  tenant?: `ten_${string}`;
  agent?: `per_${string}`;
  priority?: TicketPriority;
}

const { tenant: Tenant, agent: Agent } = FigureQuery.shape;

/** What an address asks of the figures. Days the wrong way round are turned round. */
export const readFigureQuery = (asked: Record<string, string | string[] | undefined>): FigureAddress => {
  const [from, to] = [readDay(asked['from']), readDay(asked['to'])];
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  const [tenant, agent, priority] = [Tenant.safeParse(asked['tenant']).data, Agent.safeParse(asked['agent']).data, ticketPriorities.find((one) => one === asked['priority'])];
  return { ...(first && { from: first }), ...(last && { to: last }), by: figureGroups.find((one) => one === asked['by']) ?? 'tenant', ...(tenant && { tenant }), ...(agent && { agent }), ...(priority && { priority }) };
};

export const figureHref = (path: string, { from, to, by, tenant, agent, priority }: FigureAddress, more: Record<string, string> = {}): string =>
  `${path}?${new URLSearchParams({ ...(from && { from }), ...(to && { to }), by, ...(tenant && { tenant }), ...(agent && { agent }), ...(priority && { priority }), ...more })}`;
