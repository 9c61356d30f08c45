import { figureGroups, type FigureGroup } from '@inkproof/contract';
import { readDay } from '../moments/read-day';

export interface FigureAddress {
  from?: string;
  to?: string;
  by: FigureGroup;
}

/** What an address asks of the figures. Days the wrong way round are turned round. */
export const readFigureQuery = (asked: Record<string, string | string[] | undefined>): FigureAddress => {
  const [from, to] = [readDay(asked['from']), readDay(asked['to'])];
  const [first, last] = from && to && from > to ? [to, from] : [from, to];
  return { ...(first && { from: first }), ...(last && { to: last }), by: figureGroups.find((one) => one === asked['by']) ?? 'tenant' };
};

export const figureHref = (path: string, { from, to, by }: FigureAddress, more: Record<string, string> = {}): string => `${path}?${new URLSearchParams({ ...(from && { from }), ...(to && { to }), by, ...more })}`;
