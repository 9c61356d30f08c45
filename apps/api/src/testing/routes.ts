import { api, type Endpoint } from '@inkproof/contract';
import { z } from 'zod';

/** What an address asks for beside its ids, where it needs to be asked something. */
export const queries: Record<string, string> = { 'filings.export': '?on=2026-11-01', 'adminFilings.export': '?on=2026-11-01&reason=x' };

/** Values of parameters that are no ids. */
export const plain: Record<string, string> = { number: '1', month: new Date().toISOString().slice(0, 7) };

/** One endpoint of the contract by its chapter and name. */
export interface Row {
  name: string;
  endpoint: Endpoint;
  /** Prefix of the id that each parameter takes; null for others. */
  params: { name: string; prefix: string | null }[];
}

const paramsOf = ({ params }: Endpoint): Row['params'] => {
  const properties = (params ? (z.toJSONSchema(params, { io: 'input' }) as { properties?: Record<string, { pattern?: string }> }).properties : undefined) ?? {};
  return Object.entries(properties).map(([name, { pattern }]) => ({ name, prefix: /^\^([a-z]{3})_/.exec(pattern ?? '')?.[1] ?? null }));
};

export const rows: Row[] = Object.entries(api).flatMap(([chapter, said]) =>
  Object.entries(said as Record<string, Endpoint>).map(([name, endpoint]) => ({ name: `${chapter}.${name}`, endpoint, params: paramsOf(endpoint) })),
);
