import type { Clock } from '@inkproof/kernel';
import { WritesBehind, type Database } from '@inkproof/platform';
import type { UseStore } from '../store/use-store.js';

const WRITE_EVERY_MS = 5_000;
/** Kinds of calls by key that wait to be written. Beyond them nothing new is counted until they were. */
const MOST_WAITING = 50_000;

/**
 * Counts which calls keys make, in memory, and adds them up in the store every few seconds: no call waits for it. A node
 * that dies loses the counts of its last seconds, and nothing that is billed is counted here.
 */
export class CountUses extends WritesBehind {
  /** By tenant, then by key and call. */
  #waiting = new Map<string, Map<string, { call: string; keyId: string; calls: number }>>();
  #size = 0;

  constructor(
    private readonly database: Pick<Database, 'writeAsTenant'>,
    private readonly store: UseStore,
    private readonly clock: Clock,
    private readonly onTrouble: (error: unknown) => void,
  ) {
    super(WRITE_EVERY_MS);
  }

  add(tenantId: string, keyId: string, call: string, calls = 1): void {
    const ofTenant = this.#waiting.get(tenantId) ?? new Map();
    const use = ofTenant.get(`${keyId} ${call}`);
    if (use) return void (use.calls += calls);
    if (this.#size >= MOST_WAITING) return;
    this.#size++;
    this.#waiting.set(tenantId, ofTenant.set(`${keyId} ${call}`, { call, keyId, calls }));
  }

  protected async flush(): Promise<void> {
    const taken = this.#waiting;
    this.#waiting = new Map();
    this.#size = 0;
    for (const [tenantId, uses] of taken) {
      const counted = [...uses.values()];
      await this.database.writeAsTenant(tenantId, [this.store.adding(tenantId, this.clock.now(), counted)]).catch((error: unknown) => {
        this.onTrouble(error);
        for (const { keyId, call, calls } of counted) this.add(tenantId, keyId, call, calls);
      });
    }
  }
}
