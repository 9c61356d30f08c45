import type { Id } from '@inkproof/kernel';
import { WritesBehind } from '@inkproof/platform';
import type { Logger } from 'pino';
import type { LedgerEntry } from '../model/ledger-entry.js';
import type { LedgerStore } from '../store/ledger-store.js';

/** A refused call is in the ledger this much later at the latest, while the store is there. */
const WRITE_EVERY_MS = 200;
/** Beyond what a store that is away for a minute would leave; what comes on top is counted and let go. */
const MOST_WAITING = 100_000;

interface Noted {
  tenantId: Id<'ten'>;
  entry: LedgerEntry;
}

/**
 * Notes refused calls in the ledger, many in one transaction, after they were answered: a caller who hammers costs no write
 * that anybody waits for. A node that dies loses the refusals of its last moments, and no call that was accepted.
 */
export class NoteRefusals extends WritesBehind {
  #waiting: Noted[] = [];
  #lost = 0;

  constructor(
    private readonly ledger: Pick<LedgerStore, 'addAll'>,
    private readonly log: Logger,
    private readonly mostWaiting = MOST_WAITING,
  ) {
    super(WRITE_EVERY_MS);
  }

  add(tenantId: Id<'ten'>, entry: LedgerEntry): void {
    if (this.#waiting.length < this.mostWaiting) this.#waiting.push({ tenantId, entry });
    else this.#lost++;
  }

  protected async flush(): Promise<void> {
    const taken = this.#waiting.splice(0);
    for (const tenantId of new Set(taken.map((noted) => noted.tenantId))) {
      const noted = taken.filter((one) => one.tenantId === tenantId);
      await this.ledger.addAll(tenantId, noted.map(({ entry }) => entry)).catch((error: unknown) => {
        this.log.warn({ err: error, entries: noted.length }, 'refused calls are not in the ledger yet');
        this.#waiting = [...noted, ...this.#waiting];
      });
    }
    if (this.#lost) this.log.error({ entries: this.#lost }, 'refused calls did not fit into memory and are in no ledger');
    this.#lost = 0;
  }
}
