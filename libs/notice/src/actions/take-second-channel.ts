import type { Clock } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import { nextInLine } from '../model/recipients.js';
import type { LostStore, LostMail } from '../store/lost-store.js';
import type { SpreadStore } from '../store/spread-store.js';
import type { TellPeople } from './tell-people.js';

const AT_ONCE = 100;

/**
 * Where a mail that was owed has bounced or was given up: the notice is pinned in the console of those who find it there, and
 * written to the next of the tenant's people whose address was not tried.
 */
export class TakeSecondChannel {
  constructor(
    private readonly database: Database,
    private readonly lost: LostStore,
    private readonly store: SpreadStore,
    private readonly people: TellPeople,
    private readonly clock: Clock,
  ) {}

  once(): Promise<number> {
    return this.database.changeAsProvider(async (run) => {
      const lost = await this.lost.hold(run, AT_ONCE);
      for (const mail of lost) await this.#replace(run, mail);
      return lost.length;
    });
  }

  async #replace(run: Run, mail: LostMail): Promise<void> {
    await this.lost.fellBack(run, mail, this.clock.now());
    if (mail.tenantId === null) return;
    const notice = await this.store.find(run, mail.noticeId);
    const next = nextInLine(await this.store.members(run, [mail.tenantId], notice.kind), await this.lost.tried(run, mail));
    if (next) await this.people.of(run, notice, [{ to: next, channel: 'mail', owed: true }], () => mail.tenantName!, mail.id);
  }
}
