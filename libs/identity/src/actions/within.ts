import type { Database, Tx } from '@inkproof/platform';
import type { Side } from '../model/side.js';

/** Works in the name of a side: as the tenant whose people they are, or as the provider. */
export const within = <Result>(database: Database, side: Side, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  side === 'provider' ? database.asProvider(work) : database.asTenant(side, work);
