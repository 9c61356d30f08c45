import type { Actor } from '@inkproof/audit';
import type { Clock, Id } from '@inkproof/kernel';
import type { Tx } from '@inkproof/platform';
import type { AuthorisationStore } from '../store/authorisation-store.js';
import type { WithdrawAuthorisation } from './withdraw-authorisation.js';

/** More than anybody gives one tenant. */
const MOST = 10_000;

/**
 * Takes back every authorisation of a person at once. No call that begins afterwards may rely on one; those before stand
 * (PIPL art. 15). One that has expired is left as it ended: taking it back would only keep its material for longer, and who
 * asks to be forgotten must not be kept longer for asking.
 */
export class WithdrawOfPerson {
  constructor(
    private readonly store: AuthorisationStore,
    private readonly withdraw: WithdrawAuthorisation,
    private readonly clock: Clock,
  ) {}

  /** How many there were. */
  async in(tx: Tx, tenantId: Id<'ten'>, subjectHash: Uint8Array<ArrayBuffer>, by: Actor): Promise<number> {
    const now = this.clock.now();
    const standing = (await this.store.ofSubject(tx, tenantId, subjectHash, MOST)).filter(({ withdrawnAt, expiresAt }) => withdrawnAt === null && (expiresAt === null || expiresAt > now));
    for (const { id } of standing) await this.withdraw.in(tx, tenantId, id, by);
    return standing.length;
  }
}
