import type { Id } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import type { Actor } from '../model/act.js';
import type { Chain } from './trail.js';

/** A person who reads a chain: a tenant's own, or one that staff asked for. */
export interface Reader {
  chain: Chain;
  by: Actor;
}

/** Reads as whom the reader may read. */
export const reading = <Result>(database: Database, { chain, by }: Reader, work: (run: Run) => Promise<Result>): Promise<Result> =>
  by.kind === 'staff' ? database.changeAsProvider(work) : database.changeAsTenant(chain, work);

/** The tenant whose own people read; null for staff. */
export const tenantOf = ({ chain, by }: Reader): Id<'ten'> | null => (by.kind === 'staff' || chain === 'provider' ? null : chain);

/** Staff in a tenant's log: the tenant is to see it. */
export const isVisit = ({ chain, by }: Reader): boolean => by.kind === 'staff' && chain !== 'provider';
