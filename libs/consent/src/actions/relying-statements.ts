import type { Id } from '@inkproof/kernel';
import type { Statement } from '@inkproof/platform';
import { relying } from '../store/authorisation-store.js';

/** What the transaction that records a call must do for the authorisation it relied on: its last use moves forward, and so does the end of its keeping. `at` by the store's clock. */
export const relyingStatements = (tenantId: Id<'ten'>, relied: { authorisationId: Id<'aut'> | null } | undefined, at: string): Statement[] =>
  relied?.authorisationId ? [relying(tenantId, relied.authorisationId, at)] : [];
