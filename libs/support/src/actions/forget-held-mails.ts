import { HELD_MAIL_DAYS } from '@inkproof/contract';
import type { Clock } from '@inkproof/kernel';
import { FULL_LOOK, type Database } from '@inkproof/platform';
import type { HeldMailStore } from '../store/held-mail-store.js';

const KEPT_MS = HELD_MAIL_DAYS * 24 * 3_600_000;

/** Mail that nobody has placed goes. Any number of nodes may. */
export class ForgetHeldMails {
  constructor(
    private readonly database: Database,
    private readonly held: HeldMailStore,
    private readonly clock: Clock,
  ) {}

  once(): Promise<number> {
    return this.database.asProvider(async (tx) => {
      const old = await this.held.before(tx, new Date(this.clock.now().getTime() - KEPT_MS), FULL_LOOK);
      for (const { id } of old) await this.held.remove(tx, id);
      return old.length;
    });
  }
}
